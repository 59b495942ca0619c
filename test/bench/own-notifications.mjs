// Carries events to inboxes in a process of its own, as the serving process does; prints what it took.
import 'reflect-metadata';
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { NestFactory } from '@nestjs/core';

const require = createRequire(import.meta.url);
const { AppModule } = require('../../dist/src/app.module.js');
const { Database } = require('../../dist/src/platform/database/database.js');
const { History } = require('../../dist/src/platform/history/history.js');
const { Jobs } = require('../../dist/src/platform/queue/jobs.js');

const events = Number(process.env.EVENTS);
const app = await NestFactory.createApplicationContext(AppModule, { logger: false, abortOnError: false });
const [database, jobs] = [app.get(Database), app.get(Jobs)];
const count = async (sql) => (await database.rows(sql))[0].count;
const inbox = () => count('SELECT COUNT(*) AS "count" FROM "notification" WHERE "historyId" IS NOT NULL');
const waiting = () => count('SELECT COUNT(*) AS "count" FROM "outbox" WHERE "doneAt" IS NULL');

jobs.start();
await sleep(1000); // what belongs to a start is done
while ((await waiting()) > 0) await sleep(50);
const before = await inbox();
const entry = (proposalId) => ({
  ...{ at: new Date().toISOString(), accountId: null, actorName: '系统', kind: 'proposal' },
  ...{ subjectId: proposalId, proposalId, action: 'rate', stageFrom: 'replied', stageTo: 'replied' },
  ...{ change: {}, tells: ['committee'] },
});
const entries = Array.from({ length: events }, (_, at) => entry(1 + at));
// From the commit on: every event asks for its own carrying, as so many deeds of so many people would.
await database.transaction((em) => app.get(History).appendAll(em, entries));
const begun = performance.now();
for (let at = 0; at < events; at += 1) jobs.nudge('relay');
while ((await waiting()) > 0) await sleep(5);
const ms = performance.now() - begun;
const told = (await inbox()) - before;
if (told < events) throw new Error(`${told} of ${events} events have come to an inbox.`);
console.log(JSON.stringify({ events, ms }));
process.exit(0);
