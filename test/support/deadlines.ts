import type { RunningApp } from './harness';

export interface DeadlineRow {
  clock: string;
  state: string;
  dueOn: string;
  stoppedOn: string | null;
  late: boolean;
}

/** Every clock that ran or runs for an assignment (or for another kind of subject), by name. */
export async function deadlinesOf(
  app: Pick<RunningApp, 'database'>,
  subjectId: number,
  subjectKind = 'assignment',
): Promise<Record<string, DeadlineRow>> {
  const rows = await app.database.rows<DeadlineRow>(
    `SELECT "clock", "state", "dueOn", "stoppedOn", "late" FROM "deadline"
      WHERE "subjectKind" = ? AND "subjectId" = ? ORDER BY "id"`,
    [subjectKind, subjectId],
  );
  // SQLite gives flags as numbers.
  return Object.fromEntries(rows.map((row) => [row.clock, { ...row, late: Boolean(row.late) }]));
}
