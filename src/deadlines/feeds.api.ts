import { Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import type { Actor } from '../lifecycle/people';
import { By, InPerson } from '../platform/accounts/access';
import { ApiTags } from '../platform/web/documentation';
import { Feeds } from './feeds.service';

@ApiTags('本人')
@Controller('api/me/calendar-feed')
export class FeedsApi {
  constructor(private readonly feeds: Feeds) {}

  /** Whether I have a calendar feed, and when it was last read. */
  @Get()
  async show(@By() actor: Actor) {
    return { feed: await this.feeds.of(actor) };
  }

  /** Makes the secret address of my calendar feed anew; it is shown this once. */
  @InPerson()
  @Post()
  issue(@By() actor: Actor) {
    return this.feeds.issue(actor);
  }

  /** The address stops working. */
  @InPerson()
  @Delete()
  @HttpCode(204)
  revoke(@By() actor: Actor): Promise<void> {
    return this.feeds.revoke(actor);
  }
}
