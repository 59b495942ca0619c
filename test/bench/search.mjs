// The search at so many cases, in one run with the bare query of the index: first page, facets, what is like a case, how
// long the index takes to build and how large it is.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import Database from 'better-sqlite3';
import { startServer } from './children.mjs';
import { caseSeeder } from './seed/case.mjs';
import { seedPeople } from './seed/people.mjs';
import { chain } from './seed/rows.mjs';
import { chance } from './seed/texts.mjs';
import { variedWriter } from './seed/varied-texts.mjs';
import { atMost } from './table.mjs';

const require = createRequire(import.meta.url);
const QUERIES = 300;
const WARM_UP = 30;
const BATCH = 10_000;

/** Lines of the table, and how long a search takes: growth is measured by it. */
export async function measureSearch(root, dataDir, cases, tell) {
  const { env, file, committee, queries, ids } = await installed(root, dataDir, cases, tell);
  tell(`building the index of ${cases} cases`);
  const buildS = build(root, env);
  const size = sizeOf(file);
  const bare = await startServer([join(root, 'test', 'bench', 'bare-search.mjs'), file]);
  const ours = await startServer([join(root, 'dist', 'src', 'main.js')], { env });
  const headers = { authorization: `Bearer ${committee}` };
  tell('searching');
  const [limit, first] = await inTurns(queries, [
    (q) => timed(`${bare.url}/search?q=${encodeURIComponent(q)}`),
    (q) => timed(`${ours.url}/api/search?q=${encodeURIComponent(q)}`, headers),
  ]);
  const [facets] = await inTurns(queries, [
    (q) => timed(`${ours.url}/api/search/facets?q=${encodeURIComponent(q)}`, headers),
  ]);
  const [similar] = await inTurns(ids, [(id) => timed(`${ours.url}/api/proposals/${id}/similar`, headers)]);
  const memory = ours.memory();
  await Promise.all([bare.stop(), ours.stop()]);
  const named = (name) => `${name}, ${cases.toLocaleString('en')} cases`;
  return {
    first,
    lines: [
      atMost(named('search, first page, p99 ms (limit: bare query)'), 3, limit.p99, first.p99),
      atMost(named('search, first page, median ms (limit: bare query)'), 3, limit.p50, first.p50),
      atMost(named('facets, p99 ms (limit: search)'), 10, first.p99, facets.p99),
      atMost(named('similar, median ms (limit: search, p99)'), 10, first.p99, similar.p50),
      // Named for so many cases as an office has in a lifetime.
      ...(cases <= 100_000 ? [atMost(named('similar, median ms'), 60, null, similar.p50)] : []),
      atMost(named('index build, s'), Math.round(cases / 100), null, buildS),
      atMost(named('index, MB'), Math.round(cases / 250), null, size),
      atMost(named('memory after searching, MB'), 250, null, memory),
    ],
  };
}

async function installed(root, dataDir, cases, tell) {
  const { SQLITE_FILE } = require('../../dist/config/database.js');
  mkdirSync(dataDir, { recursive: true });
  const env = {
    ...{ NODE_ENV: 'production', DATA_DIR: dataDir, DATABASE_URL: '', REDIS_URL: '', LOG_LEVEL: 'info' },
    SESSION_SECRET: 'a secret of the bench, long enough to start',
  };
  cli(root, env, 'migrate');
  // Takes over the calendar while it is empty, as every installation does at its first start.
  cli(root, env, 'remind', '--dry-run');
  tell(`seeding ${cases} cases with varied texts`);
  const file = join(dataDir, SQLITE_FILE);
  return { env, file, ...seedVaried(file, cases) };
}

function seedVaried(file, cases) {
  const db = new Database(file);
  for (const setting of ['synchronous = OFF', 'journal_mode = OFF', 'cache_size = -200000'])
    db.pragma(setting);
  const random = chance(2);
  const { one, write } = variedWriter(random);
  const people = db.transaction(() => seedPeople(db, cases))();
  const history = chain(db);
  const seedCase = caseSeeder(db, history, { random, write, now: Date.now() });
  const some = db.transaction((from, to) => {
    for (let number = from; number < to; number += 1) seedCase(number);
  });
  for (let from = 0; from < cases; from += BATCH) some(from, Math.min(from + BATCH, cases));
  history.close();
  db.pragma('journal_mode = WAL');
  db.close();
  const queries = Array.from({ length: QUERIES + WARM_UP }, (_, at) =>
    at % 3 === 0 ? `${one()} ${one()}` : one(),
  );
  const ids = Array.from({ length: QUERIES / 3 + WARM_UP }, () => 1 + Math.floor(random() * cases));
  return { committee: people.committee, queries, ids };
}

function build(root, env) {
  const started = performance.now();
  cli(root, env, 'reindex');
  return Math.round((performance.now() - started) / 1000);
}

function cli(root, env, ...args) {
  const { status } = spawnSync(process.execPath, [join(root, 'dist', 'src', 'cli.js'), ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`${args.join(' ')} failed.`);
}

function sizeOf(file) {
  const db = new Database(file, { readonly: true });
  const sql = `SELECT SUM("pgsize") FROM "dbstat" WHERE "name" LIKE 'search%'`;
  const bytes = db.prepare(sql).pluck().get();
  db.close();
  return Math.round(bytes / 1_000_000);
}

/** One after another, so that what is measured is the work and not the waiting; the first ones do not count. */
async function inTurns(things, works) {
  const times = works.map(() => []);
  for (const thing of things) for (const [at, work] of works.entries()) times[at].push(await work(thing));
  return times.map((each) => quantilesOf(each.slice(WARM_UP)));
}

async function timed(url, headers = {}) {
  const started = performance.now();
  const answer = await globalThis.fetch(url, { headers });
  await answer.text();
  if (!answer.ok) throw new Error(`${answer.status} ${url}`);
  return performance.now() - started;
}

function quantilesOf(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) =>
    Number(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))].toFixed(1));
  return { p50: at(0.5), p99: at(0.99) };
}
