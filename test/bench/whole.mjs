// The API against the same SQL in plain Fastify, in one run, as ratios.
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { measureBoot } from './boot.mjs';
import { startServer } from './children.mjs';
import { installationOf } from './installation.mjs';
import { recordStatements } from './recording.mjs';
import { measureNotifications } from './notifications.mjs';
import { load, measure, until } from './rounds.mjs';
import { measureSearch } from './search.mjs';
import { measureSweep } from './sweep.mjs';
import { atLeast, atMost, markdownTable, plainTable } from './table.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const asked = (option) => process.argv.includes(option);

const folder = mkdtempSync(join(tmpdir(), 'tiban-bench-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

tell('seeding 100,000 cases');
const usual = installationOf(root, join(folder, 'usual'), 100_000);
const lines = [...(await measureWorks(usual)), ...(asked('--large') ? [await measureGrowth(usual)] : [])];
tell('notifications');
lines.push(...(await measureBackground(usual)));
tell('boot');
const boot = await measureBoot(root, usual.env);
lines.push(atMost('boot to the first answer, ms (limit: bare Nest)', 2, boot.bare, boot.ours));
lines.push(...(await measureFinding()));
console.log(asked('--markdown') ? markdownTable(lines) : plainTable(lines));
process.exit(lines.every((line) => line.met) ? 0 : 1);

async function measureWorks({ env, file, main, works }) {
  tell('recording the statements');
  const recorded = join(folder, 'statements.json');
  const [filed, answered] = [works.filter((work) => work.isFile), works.filter((work) => !work.isFile)];
  const { statements, unchanged } = await recordStatements(root, { filed, answered }, env);
  writeFileSync(recorded, JSON.stringify(statements));
  mkdirSync(join(folder, 'notices'));
  const copy = join(folder, 'limit.sqlite');
  copyFileSync(file, copy);
  const limit = await startServer([join(root, 'test', 'bench', 'limit.mjs'), copy, recorded]);
  const ours = await startServer([main], { env });
  for (const { requests } of filed) await asFile(ours.url, requests[0].path);
  const db = new Database(file, { readonly: true });
  const measured = [];
  for (const work of works) {
    tell(work.name);
    const { name, target } = work;
    measured.push(
      atLeast(name, target, await measure(work, { limit, ours }, () => until(() => hasTold(db)))),
    );
  }
  const memory = atMost('memory after that, MB', 250, null, ours.memory());
  db.close();
  await Promise.all([limit.stop(), ours.stop()]);
  return [...measured, atMost('queries of a 304 of that page', 0, null, unchanged), memory];
}

/** The page as it is served, as a file that the limit serves. */
async function asFile(url, path) {
  const page = await globalThis.fetch(url + path);
  writeFileSync(join(folder, ...path.split('/')), await page.text());
}

/** What nobody waits for: the telling, and the sweep of the deadlines. The sweep comes last: it fills the database. */
async function measureBackground(usual) {
  const told = await measureNotifications(root, usual);
  const limited = (name, target, ours, limit) => atLeast(name, target, { limit, ours });
  const queued = told
    ? [
        limited('event to inbox with BullMQ (limit: its empty handler)', 0.4, told.queued, told.limit),
        limited('event to inbox in process (limit: the same with BullMQ)', 1, told.embedded, told.queued),
      ]
    : [];
  tell('sweep of 1,000,000 open deadlines, 10,000 due');
  const sweep = measureSweep(root, folder, usual);
  return [
    ...queued,
    atLeast('sweep of 1,000,000 open deadlines, 10,000 due', 0.5, sweep),
    atMost('memory a sweep adds, MB', 50, null, sweep.memory),
  ];
}

/** The inbox is filled behind the answers; what one work left must not weigh on the next. */
function hasTold(db) {
  return !db.prepare('SELECT 1 FROM "outbox" WHERE "doneAt" IS NULL').get();
}

async function measureGrowth(small) {
  tell('seeding 1,000,000 cases: some minutes');
  const large = installationOf(root, join(folder, 'large'), 1_000_000);
  const rates = [];
  for (const { main, env, works } of [small, large]) {
    const server = await startServer([main], { env });
    rates.push(await load(server.url, works[0].requests, 5));
    await server.stop();
  }
  return atLeast('list of 1,000,000 (limit: of 100,000)', 0.7, { limit: rates[0], ours: rates[1] });
}

/** In an installation of its own, whose texts have as many words as texts have. */
async function measureFinding() {
  const small = await measureSearch(root, join(folder, 'search'), 100_000, tell);
  if (!asked('--large')) return small.lines;
  const large = await measureSearch(root, join(folder, 'large-search'), 1_000_000, tell);
  const name = 'search, first page of 1,000,000, p99 ms (limit: of 100,000)';
  return [...small.lines, ...large.lines, atMost(name, 5, small.first.p99, large.first.p99)];
}

function tell(doing) {
  console.error(`… ${doing}`);
}
