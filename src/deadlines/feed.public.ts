import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiProduces, ApiTags } from '../platform/web/documentation';
import { NotFound } from '../platform/web/errors';
import { Public } from '../platform/web/public';
import { Feed } from './feed.service';
import { Feeds } from './feeds.service';

/** For calendar programs: whoever has the secret address reads, in the hats its owner wears at that moment. */
@Public()
@ApiTags('期限 deadlines')
@Controller('calendar')
export class FeedPublic {
  constructor(
    private readonly feeds: Feeds,
    private readonly feed: Feed,
  ) {}

  /** What the owner of the address owes, as iCalendar. */
  @Get(':name')
  @ApiProduces('text/calendar')
  @Header('content-type', 'text/calendar; charset=utf-8')
  @Header('cache-control', 'private, no-store')
  async read(@Param('name') name: string): Promise<string> {
    const secret = /^([\w-]{43})\.ics$/.exec(name)?.[1];
    const actor = secret ? await this.feeds.reader(secret) : null;
    if (!actor) throw new NotFound();
    return this.feed.of(actor);
  }
}
