import { spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import Database from 'better-sqlite3';

const OPEN = 1_000_000;
const DUE_PERCENT = 1;
const BATCH = 500;
const ROUNDS = 3;

/**
 * A sweep of a million open deadlines of which ten thousand are due, against the bare SQL that finds them and inserts
 * the same rows. Deadlines per second; memory of a process that does nothing but sweep.
 */
export function measureSweep(root, folder, { env, file }) {
  const day = dayAfter(0);
  const seeded = join(folder, 'deadlines.sqlite');
  // The first start counts everything once; what is measured comes later.
  ownSweep(root, env);
  seedDeadlines(file, day);
  copyFileSync(file, seeded);
  const limit = [];
  const ours = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    copyFileSync(seeded, join(folder, 'bare.sqlite'));
    limit.push(bareSweep(join(folder, 'bare.sqlite'), day));
    copyFileSync(seeded, file);
    ours.push(ownSweep(root, env));
  }
  const [bare, own] = [limit, ours].map((times) => times.sort((a, b) => a.ms - b.ms)[1]);
  return { limit: rateOf(bare), ours: rateOf(own), memory: Math.max(...ours.map(({ memory }) => memory)) };
}

const rateOf = ({ reminders, ms }) => ({ rate: (reminders * 1000) / ms, p50: '', p99: '' });

function seedDeadlines(file, day) {
  const db = new Database(file);
  db.pragma('synchronous = OFF');
  const copies = OPEN / db.prepare('SELECT COUNT(*) FROM "proposal" WHERE "id" <= 100000').pluck().get();
  db.prepare(
    `WITH RECURSIVE copy(k) AS (SELECT 0 UNION ALL SELECT k + 1 FROM copy WHERE k + 1 < ?)
      INSERT INTO "deadline" ("clock", "subjectKind", "subjectId", "proposalId", "owerHat", "owerScope", "length",
        "startedOn", "dueOn", "provisional", "state", "late", "calendarRevision", "remindOn")
      SELECT 'promise', 'promise', p."id" * ? + k, p."id", 'unitHandler', 1 + p."id" % 100, '{"own":true}',
        '2026-01-05', CASE WHEN (p."id" * ? + k) % 100 < ? THEN ? ELSE ? END, 0, 'running', 0, 1,
        CASE WHEN (p."id" * ? + k) % 100 < ? THEN ? ELSE ? END
      FROM "proposal" p CROSS JOIN copy WHERE p."id" <= 100000`,
  ).run(copies, copies, copies, DUE_PERCENT, day, dayAfter(90), copies, DUE_PERCENT, day, dayAfter(75));
  db.exec('ANALYZE');
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
}

/** What a sweep cannot do without: find, insert a reminder, tell whoever wears the hat, move on; FULL as ours. */
function bareSweep(file, day) {
  const db = new Database(file);
  db.pragma('synchronous = FULL');
  const find = db.prepare(`SELECT "id", "dueOn" FROM "deadline" WHERE "state" = 'running' AND "remindOn" <= ?
    ORDER BY "remindOn", "id" LIMIT ${BATCH}`);
  const remind =
    db.prepare(`INSERT INTO "reminder" ("deadlineId", "kind", "level", "rung", "onDay", "dueOn", "at")
    VALUES (?, 'yellow0', 'yellow', 2, ?, ?, ?)`);
  const tell = db.prepare(`INSERT INTO "notification" ("reminderId", "accountId", "at")
    SELECT ?, w."accountId", ? FROM "deadline" d CROSS JOIN "wornHat" w CROSS JOIN "account" a ON a."id" = w."accountId"
    WHERE d."id" = ? AND w."hat" = d."owerHat" AND w."scopeId" = d."owerScope" AND w."takenAt" IS NULL AND a."active"`);
  const moveOn = db.prepare('UPDATE "deadline" SET "remindOn" = ? WHERE "id" = ?');
  const begun = performance.now();
  const at = new Date().toISOString();
  const batch = db.transaction(() => {
    const due = find.all(day);
    for (const { id, dueOn } of due) {
      const { lastInsertRowid } = remind.run(id, day, dueOn, at);
      tell.run(lastInsertRowid, at, id);
      moveOn.run(dayAfter(1), id);
    }
    return due.length;
  });
  let reminders = 0;
  for (let found = BATCH; found === BATCH; reminders += found) found = batch.immediate();
  const ms = performance.now() - begun;
  db.close();
  return { reminders, ms };
}

function ownSweep(root, env) {
  const script = join(root, 'test', 'bench', 'own-sweep.mjs');
  const run = spawnSync(process.execPath, [script], { env: { ...process.env, ...env }, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout.trim().split('\n').pop());
}

/** In the office's zone. */
const dayAfter = (days) => new Date(Date.now() + (8 + 24 * days) * 3_600_000).toISOString().slice(0, 10);
