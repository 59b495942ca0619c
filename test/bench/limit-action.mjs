import { createHash } from 'node:crypto';

const SQL = {
  version: 'SELECT "version" FROM "proposal" WHERE "id" = ?',
  overrule: `UPDATE "recommendation" SET "state" = 'overruled' WHERE "proposalId" = ? AND "state" = 'open'`,
  recommend: `INSERT INTO "recommendation" ("proposalId", "outcome", "reason", "byAccountId", "at", "state")
    VALUES (?, ?, ?, 1, ?, 'open')`,
  move: 'UPDATE "proposal" SET "version" = "version" + 1 WHERE "id" = ? AND "version" = ?',
  head: 'SELECT "lastId", "hash" FROM "historyHead"',
  history: `INSERT INTO "history" ("id", "at", "accountId", "actorName", "requestId", "kind", "subjectId", "proposalId",
    "action", "stageFrom", "stageTo", "change", "tells", "prevHash", "hash")
    VALUES (@id, @at, 1, 'committee', 'request', 'proposal', @proposalId, @proposalId, 'recommend', 'submitted',
      'submitted', @change, '["director"]', @prevHash, @hash)`,
  newHead: 'UPDATE "historyHead" SET "lastId" = ?, "hash" = ?',
  outbox: 'INSERT INTO "outbox" ("historyId", "createdAt") VALUES (?, ?)',
  clocks: `SELECT "id" FROM "deadline" WHERE "proposalId" = ? AND "state" IN ('running', 'paused')
    AND "clock" IN ('examine', 'confirmExamination')`,
  stop: `UPDATE "deadline" SET "state" = 'cancelled', "stoppedOn" = ?, "late" = 0 WHERE "id" = ?`,
  start: `INSERT INTO "deadline" ("clock", "subjectKind", "subjectId", "proposalId", "owerHat", "length", "startedOn",
    "dueOn", "provisional", "state", "late") VALUES ('confirmExamination', 'proposal', ?, ?, 'director',
    '{"workingDays":3}', ?, ?, 0, 'running', 0)`,
  event: `INSERT INTO "deadlineEvent" ("deadlineId", "kind", "onDay", "at", "historyId") VALUES (?, ?, ?, ?, ?)`,
};

/** The action with the least that leaves the same rows: what the rules would have read is read, too. */
export function recommending(db) {
  const run = Object.fromEntries(Object.entries(SQL).map(([name, sql]) => [name, db.prepare(sql)]));
  const perform = db.transaction((read, id, { outcome, reason }) => {
    read();
    const at = new Date().toISOString();
    const { version } = run.version.get(id);
    run.overrule.run(id);
    run.recommend.run(id, outcome, reason, at);
    run.move.run(id, version);
    const historyId = append(run, { proposalId: id, at, change: JSON.stringify({ outcome, reason }) });
    turnClocks(run, id, at, historyId);
    return { id, stage: 'submitted', version: version + 1 };
  });
  return perform.immediate;
}

function append(run, row) {
  const { lastId, hash: prevHash } = run.head.get();
  const full = { ...row, id: lastId + 1, prevHash };
  const hash = createHash('sha256').update(JSON.stringify(full)).digest('hex');
  run.history.run({ ...full, hash });
  run.newHead.run(full.id, hash);
  run.outbox.run(full.id, row.at);
  return full.id;
}

function turnClocks(run, id, at, historyId) {
  const day = at.slice(0, 10);
  for (const clock of run.clocks.all(id)) {
    run.stop.run(day, clock.id);
    run.event.run(clock.id, 'stop', day, at, historyId);
  }
  const { lastInsertRowid } = run.start.run(id, id, day, day);
  run.event.run(lastInsertRowid, 'start', day, at, historyId);
}
