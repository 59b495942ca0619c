import { Controller, Get, Query } from '@nestjs/common';
import type { Actor } from '../lifecycle/people';
import { By, Wearing } from '../platform/accounts/access';
import { ApiTags } from '../platform/web/documentation';
import { ReminderPreview } from './preview.service';
import { PreviewQuery, SentRemindersQuery } from './reminders.dto';
import { SentReminders } from './sent.service';

@ApiTags('催办提醒 reminders')
@Controller('api/reminders')
export class RemindersApi {
  constructor(
    private readonly sent: SentReminders,
    private readonly foreseen: ReminderPreview,
  ) {}

  /** The reminders given for a case, newest first. */
  @Get()
  list(@By() actor: Actor, @Query() query: SentRemindersQuery) {
    return this.sent.list(actor, query);
  }

  /** Who would be told what on a day; nothing is sent. */
  @Get('preview')
  @Wearing('committee', 'director', 'administrator', 'auditor')
  preview(@By() actor: Actor, @Query() query: PreviewQuery) {
    return this.foreseen.page(actor, query);
  }
}
