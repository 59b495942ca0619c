import { isoOf, millisecondsBetween } from '../clock/calendar';
import type { Clock } from '../clock/clock';
import type { Database } from '../database/database';
import type { JobRuns } from '../queue/job-runs';
import type { Jobs } from '../queue/jobs';
import type { Gauge } from './metrics';

const WAITING = `SELECT COUNT(*) AS "depth", MIN("createdAt") AS "oldest" FROM "outbox" WHERE "doneAt" IS NULL`;

/** How much waits to be told to somebody, and since when the oldest. */
export async function outboxWaiting(database: Database): Promise<{ depth: number; oldest: string | null }> {
  const [row] = await database.rows<{ depth: number; oldest: string | null }>(WAITING);
  return row;
}

/** What waits to be told to somebody: rows, and how long the oldest has been waiting. */
export function outboxGauges(database: Database, clock: Clock): Gauge[] {
  const waiting = async () => {
    const row = await outboxWaiting(database);
    return { ...row, seconds: row.oldest ? millisecondsBetween(row.oldest, isoOf(clock.now())) / 1000 : 0 };
  };
  return [
    {
      name: 'tiban_outbox_waiting',
      help: 'Entries of the history not yet told',
      measure: async () => [{ value: (await waiting()).depth }],
    },
    {
      name: 'tiban_outbox_oldest_seconds',
      help: 'Age of the oldest entry not yet told',
      measure: async () => [{ value: (await waiting()).seconds }],
    },
  ];
}

/** How the background work fares, over all processes. */
export function jobGauges(runs: JobRuns, jobs: Jobs): Gauge[] {
  return [
    {
      name: 'tiban_job_failures_total',
      help: 'Failed runs of each job',
      labels: ['job'],
      measure: async () =>
        (await runs.all()).map((row) => ({ labels: { job: row.name }, value: row.failures })),
    },
    {
      name: 'tiban_job_last_success_timestamp_seconds',
      help: 'When each job last succeeded',
      labels: ['job'],
      measure: async () =>
        (await runs.all())
          .filter((row) => row.succeededAt)
          .map((row) => ({
            labels: { job: row.name },
            value: millisecondsBetween(EPOCH, row.succeededAt!) / 1000,
          })),
    },
    {
      name: 'tiban_queue_jobs',
      help: 'Jobs in the queue by state; nothing without Redis',
      labels: ['state'],
      measure: async () =>
        Object.entries((await jobs.depth()) ?? {}).map(([state, value]) => ({ labels: { state }, value })),
    },
    {
      name: 'tiban_queue_reachable',
      help: '1 when work can be asked for, 0 while Redis cannot be reached',
      measure: async () => [{ value: jobs.trouble() ? 0 : 1 }],
    },
  ];
}

const EPOCH = '1970-01-01T00:00:00.000Z';
