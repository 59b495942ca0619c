import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Day } from '../lifecycle/days';
import { Database } from '../platform/database/database';
import { Rules } from '../proposals/rules';
import type { Due, Said } from './outlook';
import { reachOf } from './reach';

/** A deadline of which there is something to say. */
export type Given = { readonly deadline: Due; readonly now: NonNullable<Said['now']> };

/** Writes what a sweep has found, in few statements: each of them takes as long as a dozen rows. */
@Injectable()
export class ReminderRows {
  private readonly reach: string;

  constructor(
    private readonly database: Database,
    rules: Rules,
  ) {
    this.reach = reachOf(rules.handling.reminders);
  }

  /** Adds the reminders that nobody has given yet, and gives their ids. */
  async add(em: EntityManager, given: readonly Given[], at: string): Promise<number[]> {
    if (given.length === 0) return [];
    const params = given.flatMap(({ deadline, now }) => [
      ...[deadline.id, now.kind, now.level, now.rung],
      ...[now.on, deadline.dueOn, at],
    ]);
    const rows = await this.database.rows<{ id: number }>(
      `INSERT INTO "reminder" ("deadlineId", "kind", "level", "rung", "onDay", "dueOn", "at")
        VALUES ${given.map(() => '(?, ?, ?, ?, ?, ?, ?)').join(', ')}
        ON CONFLICT ("deadlineId", "kind", "dueOn") DO NOTHING RETURNING "id"`,
      params,
      em,
    );
    return rows.map(({ id }) => id);
  }

  /** Puts reminders into the inboxes of whoever wears the hats of their rung on the day; gives the new entries' ids. */
  async tell(em: EntityManager, reminderIds: readonly number[], day: Day, at: string): Promise<number[]> {
    if (reminderIds.length === 0) return [];
    const rows = await this.database.rows<{ id: number }>(
      `WITH "told" AS (SELECT "id" AS "key", "deadlineId", "rung", CAST(? AS varchar(10)) AS "day"
          FROM "reminder" WHERE "id" IN (${marks(reminderIds)}))
        INSERT INTO "notification" ("reminderId", "accountId", "at")
        SELECT y."key", y."accountId", ? FROM (${this.reach}) y WHERE 1 = 1
        ON CONFLICT DO NOTHING RETURNING "id"`,
      [day, ...reminderIds, at],
      em,
    );
    return rows.map(({ id }) => id);
  }

  /** Those of which there is no row yet: a deadline that was moved to and fro is not reminded of twice. */
  async notYetGiven<G extends Given>(given: readonly G[]): Promise<G[]> {
    if (given.length === 0) return [];
    const rows = await this.database.rows<{ deadlineId: number; kind: string; dueOn: Day }>(
      `SELECT "deadlineId", "kind", "dueOn" FROM "reminder" WHERE "deadlineId" IN (${marks(given)})`,
      given.map(({ deadline }) => deadline.id),
    );
    const known = new Set(rows.map(({ deadlineId, kind, dueOn }) => `${deadlineId} ${kind} ${dueOn}`));
    return given.filter(({ deadline, now }) => !known.has(`${deadline.id} ${now.kind} ${deadline.dueOn}`));
  }

  /** Whom `tell` would tell, by deadline. */
  async wouldTell(given: readonly Given[], day: Day): Promise<Map<number, Person[]>> {
    if (given.length === 0) return new Map();
    const rows = await this.database.rows<Person & { key: number }>(
      `WITH "told" AS (SELECT v."column1" AS "key", v."column1" AS "deadlineId", v."column2" AS "rung",
          CAST(? AS varchar(10)) AS "day" FROM (VALUES ${valuesOf(given, '(CAST(? AS integer), CAST(? AS integer))')}) v)
        SELECT y."key", y."accountId", a."displayName" AS "name" FROM (${this.reach}) y
          JOIN "account" a ON a."id" = y."accountId" ORDER BY y."key", y."accountId"`,
      [day, ...given.flatMap(({ deadline, now }) => [deadline.id, now.rung])],
    );
    const told = new Map<number, Person[]>();
    for (const { key, accountId, name } of rows)
      told.set(key, [...(told.get(key) ?? []), { accountId, name }]);
    return told;
  }

  /** Sets the next day of each deadline; null when its ladder has said everything. Many share one, so few statements. */
  async moveOn(em: EntityManager, said: readonly { deadline: Due; nextOn: Day | null }[]): Promise<void> {
    const byDay = new Map<Day | null, number[]>();
    for (const { deadline, nextOn } of said) {
      const ids = byDay.get(nextOn);
      if (ids) ids.push(deadline.id);
      else byDay.set(nextOn, [deadline.id]);
    }
    for (const [nextOn, ids] of byDay) {
      const sql = `UPDATE "deadline" SET "remindOn" = ? WHERE "id" IN (${marks(ids)})`;
      await this.database.change(sql, [nextOn, ...ids], em);
    }
  }
}

interface Person {
  readonly accountId: number;
  readonly name: string;
}

const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');

/** Rows of two values; PostgreSQL takes the types of the columns from the first. */
const valuesOf = (rows: readonly unknown[], first: string): string =>
  [first, ...rows.slice(1).map(() => '(?, ?)')].join(', ');
