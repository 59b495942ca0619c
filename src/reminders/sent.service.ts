import { Injectable } from '@nestjs/common';
import type { ClockName } from '../lifecycle/clocks';
import type { Actor } from '../lifecycle/people';
import type { Rung } from '../lifecycle/reminders';
import { levelWords } from '../lifecycle/words/reminders';
import { clockWords } from '../lifecycle/words/terms';
import { Database } from '../platform/database/database';
import { windowOf } from '../platform/web/page.dto';
import { Gate } from '../proposals/gate';
import { clocksVisibleTo, sidesOf } from '../proposals/visibility';
import type { SentRemindersQuery } from './reminders.dto';

interface Row {
  id: number;
  at: string;
  level: Rung['level'];
  kind: string;
  onDay: string;
  dueOn: string;
  deadlineId: number;
  clock: ClockName;
  state: string;
}

/** Which reminders a case has had: proof that nobody was late without having been told. */
@Injectable()
export class SentReminders {
  constructor(
    private readonly database: Database,
    private readonly gate: Gate,
  ) {}

  /** Of clocks the actor may know of; who was told is for the committee and for the audit. */
  async list(actor: Actor, query: SentRemindersQuery) {
    await this.gate.pass(actor, { table: 'proposal', proposalId: query.proposalId });
    const { page, size, offset } = windowOf(query);
    const clocks = clocksVisibleTo(actor, 'd');
    const from = `FROM "reminder" r JOIN "deadline" d ON d."id" = r."deadlineId"
      WHERE d."proposalId" = ? AND ${clocks.sql}`;
    const params = [query.proposalId, ...clocks.params];
    const rows = await this.database.rows<Row>(
      `SELECT r."id", r."at", r."level", r."kind", r."onDay", r."dueOn", d."id" AS "deadlineId", d."clock", d."state"
        ${from} ORDER BY r."id" DESC LIMIT ? OFFSET ?`,
      [...params, size, offset],
    );
    const [{ total }] = await this.database.rows<{ total: number }>(
      `SELECT COUNT(*) AS "total" ${from}`,
      params,
    );
    const told = await this.toldOf(rows.map(({ id }) => id));
    const items = rows.map((row) => inWords(row, told.get(row.id) ?? [], readsNames(actor)));
    return { items, total, page, size };
  }

  private async toldOf(ids: readonly number[]): Promise<Map<number, string[]>> {
    const rows = await this.database.rows<{ reminderId: number; name: string }>(
      `SELECT n."reminderId", c."displayName" AS "name" FROM "notification" n
        JOIN "account" c ON c."id" = n."accountId"
        WHERE n."reminderId" IN (${ids.map(() => '?').join(', ') || 'NULL'}) ORDER BY n."id"`,
      [...ids],
    );
    const told = new Map<number, string[]>();
    for (const { reminderId, name } of rows) told.set(reminderId, [...(told.get(reminderId) ?? []), name]);
    return told;
  }
}

function readsNames(actor: Actor): boolean {
  const sides = sidesOf(actor);
  return sides === 'all' || sides.includes('committee');
}

function inWords({ state, ...row }: Row, told: readonly string[], named: boolean) {
  return {
    ...row,
    levelWord: levelWords[row.level],
    clockWord: clockWords[row.clock],
    settled: state !== 'running' && state !== 'paused',
    recipients: told.length,
    ...(named ? { told } : {}),
  };
}
