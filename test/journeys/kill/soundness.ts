import { buffer } from 'node:stream/consumers';
import { clockOf, type ClockName } from '../../../src/lifecycle/clocks';
import { FINAL_ASSIGNMENT_STAGES, FINAL_PROPOSAL_STAGES } from '../../../src/lifecycle/finals';
import { FileStore } from '../../../src/platform/files/file-store';
import type { RunningApp } from '../../support/harness';

interface Subject {
  id: number;
  stage: string;
  version: number;
}
interface HistoryEntry {
  kind: string;
  subjectId: number;
  action: string;
  stageTo: string;
}
interface Clock {
  clock: ClockName;
  subjectKind: string;
  subjectId: number;
  proposalId: number;
  events: number;
}

export type Chapters = Map<string, HistoryEntry[]>;

/** The history of each case and assignment, oldest first, under `kind id`. */
export async function chaptersOf({ database }: RunningApp): Promise<Chapters> {
  const rows = await database.rows<HistoryEntry>(
    `SELECT "kind", "subjectId", "action", "stageTo" FROM "history"
      WHERE "kind" IN ('proposal', 'assignment') ORDER BY "id"`,
  );
  const chapters: Chapters = new Map();
  for (const row of rows) {
    const key = `${row.kind} ${row.subjectId}`;
    chapters.set(key, [...(chapters.get(key) ?? []), row]);
  }
  return chapters;
}

/** What is half-done; empty when all is well. */
export async function halfDone(app: RunningApp): Promise<string[]> {
  const chapters = await chaptersOf(app);
  const proposals = await app.database.rows<Subject>('SELECT "id", "stage", "version" FROM "proposal"');
  const assignments = await app.database.rows<Subject>('SELECT "id", "stage", "version" FROM "assignment"');
  return [
    ...proposals.flatMap((row) => againstHistory('proposal', row, chapters)),
    ...assignments.flatMap((row) => againstHistory('assignment', row, chapters)),
    ...(await clockFaults(app, proposals, assignments)),
    ...(await gapsIn(app, 'receiptNo')),
    ...(await gapsIn(app, 'caseNo')),
    ...(await looseEnds(app)),
    ...(await missingFiles(app)),
  ];
}

function againstHistory(kind: string, { id, stage, version }: Subject, chapters: Chapters): string[] {
  const own = chapters.get(`${kind} ${id}`) ?? [];
  const fits = own.length === version && own.at(-1)?.stageTo === stage;
  return fits ? [] : [`${kind} ${id}: ${stage}, version ${version}, history ${JSON.stringify(own)}`];
}

async function clockFaults(
  { database }: RunningApp,
  proposals: Subject[],
  assignments: Subject[],
): Promise<string[]> {
  const running = await database.rows<Clock>(
    `SELECT d."clock", d."subjectKind", d."subjectId", d."proposalId",
        (SELECT COUNT(*) FROM "deadlineEvent" e WHERE e."deadlineId" = d."id") AS "events"
      FROM "deadline" d WHERE d."state" IN ('running', 'paused')`,
  );
  const over = proposals
    .filter(({ stage }) => (FINAL_PROPOSAL_STAGES as readonly string[]).includes(stage))
    .map(({ id }) => id);
  const done = assignments
    .filter(({ stage }) => (FINAL_ASSIGNMENT_STAGES as readonly string[]).includes(stage))
    .map(({ id }) => id);
  const isOver = (row: Clock) =>
    over.includes(row.proposalId) || (row.subjectKind === 'assignment' && done.includes(row.subjectId));
  const forgotten = proposals.filter(
    ({ id }) => !over.includes(id) && !running.some((row) => row.proposalId === id && owed(row)),
  );
  return [
    ...running
      .filter(isOver)
      .map((row) => `${row.clock} of proposal ${row.proposalId} runs on after the end`),
    ...running.filter(({ events }) => events === 0).map((row) => `${row.clock} without an event`),
    ...forgotten.map(({ id, stage }) => `nobody owes anything for proposal ${id} in ${stage}`),
  ];
}

const owed = ({ clock }: Clock): boolean => clockOf(clock).debt !== false;

/** Numbers are counted in the session's own row: what it has counted is what was given. */
async function gapsIn({ database }: RunningApp, column: 'receiptNo' | 'caseNo'): Promise<string[]> {
  const [{ last }] = await database.rows<{ last: number }>(
    `SELECT "${column}Last" AS "last" FROM "plenarySession"`,
  );
  const given = await database.rows<{ no: number }>(
    `SELECT "${column}" AS "no" FROM "proposal" WHERE "${column}" IS NOT NULL ORDER BY "${column}"`,
  );
  const wanted = Array.from({ length: last }, (_, at) => at + 1);
  const numbers = given.map(({ no }) => no);
  return numbers.join() === wanted.join() ? [] : [`${column}: ${numbers.join()} of ${last}`];
}

const LOOSE: Record<string, string> = {
  'told of without an outbox row': `SELECT "id" FROM "history" h WHERE "tells" <> '[]'
    AND NOT EXISTS (SELECT 1 FROM "outbox" o WHERE o."historyId" = h."id")`,
  'outbox without its history': `SELECT "id" FROM "outbox" o
    WHERE NOT EXISTS (SELECT 1 FROM "history" h WHERE h."id" = o."historyId")`,
  'without its text': `SELECT "id" FROM "proposal" p WHERE NOT EXISTS
    (SELECT 1 FROM "proposalText" t WHERE t."proposalId" = p."id" AND t."version" = p."textVersion")`,
  'without its first sponsor': `SELECT "id" FROM "proposal" p WHERE NOT EXISTS
    (SELECT 1 FROM "sponsorship" s WHERE s."proposalId" = p."id" AND s."place" = 1)`,
  'submitted without a receipt': `SELECT "id" FROM "proposal" WHERE ("submittedAt" IS NULL) <> ("receiptNo" IS NULL)`,
  'filed without a number': `SELECT "id" FROM "proposal" WHERE ("filedAt" IS NULL) <> ("caseNo" IS NULL)`,
  'handled by nobody': `SELECT "id" FROM "proposal" p WHERE "stage" = 'handling'
    AND (SELECT COUNT(*) FROM "assignment" a WHERE a."proposalId" = p."id") <> 2`,
};

async function looseEnds({ database }: RunningApp): Promise<string[]> {
  const faults: string[] = [];
  for (const [fault, sql] of Object.entries(LOOSE))
    for (const { id } of await database.rows<{ id: number }>(sql)) faults.push(`${id} ${fault}`);
  return faults;
}

/** Content comes first, so that no row ever names a file that is not there. */
async function missingFiles(app: RunningApp): Promise<string[]> {
  const rows = await app.database.rows<{ id: number; hash: string; size: number }>(
    'SELECT "id", "hash", "size" FROM "attachment"',
  );
  const faults: string[] = [];
  for (const { id, hash, size } of rows) {
    const content = await app
      .get(FileStore)
      .read(hash)
      .then(buffer, () => null);
    if (content?.length !== size) faults.push(`attachment ${id} of ${size} bytes: ${content?.length}`);
  }
  return faults;
}
