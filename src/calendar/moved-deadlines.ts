import { Injectable } from '@nestjs/common';
import type { Actor } from '../lifecycle/people';
import { clockWords } from '../lifecycle/words/terms';
import { Database } from '../platform/database/database';
import type { Recounted } from '../proposals/calendar/recounting';
import { seesClock, seesNotices, visibleTo } from '../proposals/visibility';
import type { MovedDeadline } from './calendar.dto';

const SHOWN = 500;

/** Deadlines in words, for whoever is about to move them: what they may not see does not exist here either. */
@Injectable()
export class MovedDeadlines {
  constructor(private readonly database: Database) {}

  async shownTo(actor: Actor, moved: readonly Recounted[]): Promise<MovedDeadline[]> {
    const known = moved.filter(({ row }) => seesClock(actor, row));
    const cases = await this.cases(actor, known);
    const notices = seesNotices(actor) ? await this.notices(known) : new Map<number, string>();
    const subjectOf = ({ row }: Recounted) =>
      row.proposalId === null ? notices.get(row.subjectId) : cases.get(row.proposalId);
    return known
      .flatMap((each) => {
        const subject = subjectOf(each);
        return subject === undefined ? [] : [inWords(each, subject)];
      })
      .slice(0, SHOWN);
  }

  private async cases(actor: Actor, moved: readonly Recounted[]): Promise<Map<number, string>> {
    const gate = visibleTo(actor);
    const ids = moved.flatMap(({ row }) => (row.proposalId === null ? [] : [row.proposalId]));
    return this.titles(
      ids,
      (marks) =>
        `SELECT p."id", COALESCE(p."jointSubject", p."subject") AS "title" FROM "proposal" p
          WHERE p."id" IN (${marks}) AND ${gate.sql}`,
      gate.params,
    );
  }

  private notices(moved: readonly Recounted[]): Promise<Map<number, string>> {
    const ids = moved.flatMap(({ row }) => (row.proposalId === null ? [row.subjectId] : []));
    return this.titles(ids, (marks) => `SELECT "id", "title" FROM "notice" WHERE "id" IN (${marks})`, []);
  }

  private async titles(ids: number[], sql: (marks: string) => string, params: readonly unknown[]) {
    // As many as are shown, at least: each of these has one deadline or more.
    const some = [...new Set(ids)].slice(0, 4 * SHOWN);
    if (some.length === 0) return new Map<number, string>();
    const marks = some.map(() => '?').join(', ');
    const rows = await this.database.rows<{ id: number; title: string }>(sql(marks), [...some, ...params]);
    return new Map(rows.map(({ id, title }) => [id, title]));
  }
}

function inWords({ row, due }: Recounted, subject: string): MovedDeadline {
  return {
    deadlineId: row.id,
    proposalId: row.proposalId,
    subject,
    clock: row.clock,
    clockWord: clockWords[row.clock],
    from: row.dueOn,
    to: due.dueOn,
    wasProvisional: row.provisional,
    provisional: due.provisional,
  };
}
