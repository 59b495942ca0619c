import { Controller, Get, Query } from '@nestjs/common';
import { Wearing } from '../platform/accounts/access';
import { ADMINISTRATOR, AUDITOR } from '../platform/accounts/hats';
import { Database } from '../platform/database/database';
import { ApiTags } from '../platform/web/documentation';
import { PageQuery, windowOf } from '../platform/web/page.dto';
import { type OutboxEntryDto, OutboxPage } from './outbox.dto';

const WAITING = `FROM "outbox" o JOIN "history" h ON h."id" = o."historyId" WHERE o."doneAt" IS NULL`;

@ApiTags('发送管理 deliveries')
@Controller('api/outbox')
export class OutboxApi {
  constructor(private readonly database: Database) {}

  /** What has happened and nobody has been told of yet: oldest first, how many, and since when. */
  @Wearing(ADMINISTRATOR, AUDITOR)
  @Get()
  async page(@Query() query: PageQuery): Promise<OutboxPage> {
    const { page, size, offset } = windowOf(query);
    const [{ depth, oldestAt }] = await this.database.rows<{ depth: number; oldestAt: string | null }>(
      `SELECT COUNT(*) AS "depth", MIN(o."createdAt") AS "oldestAt" ${WAITING}`,
    );
    const items = await this.database.rows<OutboxEntryDto>(
      `SELECT o."id", o."historyId", h."kind", h."action", o."createdAt", o."attempts", o."nextAt" ${WAITING}
        ORDER BY o."id" LIMIT ? OFFSET ?`,
      [size, offset],
    );
    return { depth, oldestAt, items, total: depth, page, size };
  }
}
