import { Reminders } from '../../src/reminders/reminders.service';
import type { RunningApp } from './harness';

/** Moves the clock to nine in the morning of a day. */
export const goTo = (app: RunningApp, day: string): void => app.clock.set(`${day}T01:00:00.000Z`);

/** Sweeps on the morning of a day. */
export function sweepOn(app: RunningApp, day: string) {
  goTo(app, day);
  return app.get(Reminders).sweep();
}

export interface Given {
  clock: string;
  kind: string;
  onDay: string;
  dueOn: string;
  told: string[];
}

/** Reminders given so far, in the order given, with who was told; of one clock, or of all. */
export async function given(app: RunningApp, clock?: string): Promise<Given[]> {
  const rows = await app.database.rows<Omit<Given, 'told'> & { id: number }>(
    `SELECT r."id", d."clock", r."kind", r."onDay", r."dueOn" FROM "reminder" r
      JOIN "deadline" d ON d."id" = r."deadlineId" WHERE ? = '' OR d."clock" = ? ORDER BY r."id"`,
    [clock ?? '', clock ?? ''],
  );
  const told = await app.database.rows<{ reminderId: number; name: string }>(
    `SELECT n."reminderId", c."displayName" AS "name" FROM "notification" n
      JOIN "account" c ON c."id" = n."accountId" WHERE n."reminderId" IS NOT NULL ORDER BY n."id"`,
  );
  const toldOf = (id: number) => told.filter(({ reminderId }) => reminderId === id).map(({ name }) => name);
  return rows.map(({ id, ...row }) => ({ ...row, told: toldOf(id).sort() }));
}

/** What was given for a clock, as its kinds alone. */
export const kindsOf = async (app: RunningApp, clock: string): Promise<string[]> =>
  (await given(app, clock)).map(({ kind }) => kind);
