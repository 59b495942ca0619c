import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database';
import { NotFound } from '../platform/web/errors';
import { Door } from '../proposals/door';

interface SessionChoice {
  id: number;
  label: string;
  opensOn: string;
}

type Row = Omit<SessionChoice, 'label'> & { number: number; term: number };

/** The sessions figures are shown for. */
@Injectable()
export class SessionChoices {
  constructor(
    private readonly database: Database,
    private readonly door: Door,
  ) {}

  /** The newest first. */
  async all(): Promise<SessionChoice[]> {
    const rows = await this.database.rows<Row>(
      `SELECT s."id", s."opensOn", s."number", t."number" AS "term" FROM "plenarySession" s
        JOIN "term" t ON t."id" = s."termId" ORDER BY s."opensOn" DESC, s."id" DESC`,
    );
    return rows.map(({ id, opensOn, number, term }) => ({
      ...{ id, opensOn },
      label: `${term} 届 ${number} 次会议（${opensOn.slice(0, 4)}）`,
    }));
  }

  /** The one asked for, or the newest that has opened: one planned for next year has nothing to show. */
  chosen(sessions: readonly SessionChoice[], id: number | null): number | null {
    if (id !== null && !sessions.some((each) => each.id === id)) throw new NotFound();
    const today = this.door.now().day;
    const newest = sessions.find(({ opensOn }) => opensOn <= today) ?? sessions.at(0);
    return id ?? newest?.id ?? null;
  }
}
