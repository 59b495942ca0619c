import { Injectable } from '@nestjs/common';
import type { Actor } from '../lifecycle/people';
import { SessionsService } from '../people/terms/sessions.service';
import { Database } from '../platform/database/database';
import { COUNTED } from '../proposals/lists/counted';
import { visibleTo } from '../proposals/visibility';
import type { CountsDto } from './counts.dto';

const NAMES = ['received', 'notFiled', 'withdrawn', 'pending', 'filed', 'merged', 'cases'] as const;
const COUNTS = NAMES.map((name) => `COUNT(CASE WHEN ${COUNTED[name]} THEN 1 END) AS "${name}"`).join(', ');

/** Both counts of a session, as reports show them: merged proposals counted as filed, and the cases without them. */
@Injectable()
export class CountsService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionsService,
  ) {}

  async of(actor: Actor, sessionId: number): Promise<CountsDto> {
    await this.sessions.get(sessionId);
    const gate = visibleTo(actor);
    const sql = `SELECT ${COUNTS} FROM "proposal" p
      WHERE p."sessionId" = ? AND p."receiptNo" IS NOT NULL AND ${gate.sql}`;
    const [counts] = await this.database.rows<CountsDto>(sql, [sessionId, ...gate.params]);
    return counts;
  }
}
