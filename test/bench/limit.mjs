// The limit: plain Fastify and better-sqlite3, no framework, no rules, no rights. Reads run the recorded statements,
// prepared once; the action writes the same rows by hand.
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { join, dirname } from 'node:path';
import files from '@fastify/static';
import fastify from 'fastify';
import { keyOf } from './recording.mjs';
import { recommending } from './limit-action.mjs';
import { pageOf } from './limit-page.mjs';

const [file, recorded] = process.argv.slice(2);
const db = new Database(file);
for (const setting of ['journal_mode = WAL', 'synchronous = FULL', 'secure_delete = ON', 'foreign_keys = ON'])
  db.pragma(setting);

const prepared = new Map();
const prepare = (sql) => prepared.get(sql) ?? prepared.set(sql, db.prepare(sql)).get(sql);
const statements = Object.entries(JSON.parse(readFileSync(recorded, 'utf8'))).map(([key, list]) => [
  key,
  list.map(({ sql, params }) => ({ statement: prepare(sql), params })),
]);
const known = new Map(statements);
const read = (key) => known.get(key).map(({ statement, params }) => statement.all(...params));

const recommend = recommending(db);
const server = fastify();
// What is read by everybody may as well be a file.
server.register(files, { root: join(dirname(file), 'notices'), prefix: '/notices/' });
server.get('/health', () => ({ status: 'ok' }));
server.get('/api/*', ({ method, url, headers }) => read(keyOf({ method, path: url, headers })));
for (const path of ['/proposals', '/proposals/*'])
  server.get(path, ({ method, url, headers }, reply) =>
    reply.type('text/html; charset=utf-8').send(pageOf(read(keyOf({ method, path: url, headers })))),
  );
server.post('/api/proposals/:id/recommend', ({ method, url, headers, params, body }) =>
  recommend(() => read(keyOf({ method, path: url, headers })), Number(params.id), body),
);
await server.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
process.on('SIGTERM', () => process.exit(0));
