import { Module, type OnModuleInit } from '@nestjs/common';
import { NotificationsModule } from '../notifications/notifications.module';
import { JobRegister } from '../platform/queue/job-register';
import { DueDeadlines } from './due-deadlines';
import { ReminderPreview } from './preview.service';
import { ReminderRows } from './reminder-rows';
import { RemindersApi } from './reminders.api';
import { Reminders } from './reminders.service';
import { SentReminders } from './sent.service';

// Rungs speak by the day; people who come to the office early find what it brings.
const EVERY_MS = 10 * 60_000;

@Module({
  imports: [NotificationsModule],
  controllers: [RemindersApi],
  providers: [Reminders, ReminderPreview, SentReminders, ReminderRows, DueDeadlines],
  exports: [Reminders, ReminderPreview],
})
export class RemindersModule implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegister,
    private readonly reminders: Reminders,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('remind', { run: () => this.reminders.sweep(), everyMs: EVERY_MS });
  }
}
