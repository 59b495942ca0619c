// The limit of the search: the bare query of the index, best first, with the row of each find, in plain Fastify.
import { createRequire } from 'node:module';
import Database from 'better-sqlite3';
import fastify from 'fastify';

const require = createRequire(import.meta.url);
const { phraseOf } = require('../../dist/src/search/tokens/tokenizer.js');

const db = new Database(process.argv[2], { readonly: true });
const search = db.prepare(`SELECT p."id", p."subject", p."stage", p."caseNo" FROM "searchIndex"
  JOIN "proposal" p ON p."id" = "searchIndex".rowid WHERE "searchIndex" MATCH ?
  ORDER BY bm25("searchIndex", 12.0, 6.0, 8.0, 1.0, 1.0, 1.0) LIMIT 20`);

const server = fastify();
server.get('/health', () => ({ status: 'ok' }));
server.get('/search', ({ query }) => {
  const phrases = query.q.split(' ').flatMap((words) => phraseOf(words) ?? []);
  return search.all(
    phrases.map(({ terms, open }) => `"${terms.join(' ')}"${open ? ' *' : ''}`).join(' AND '),
  );
});
await server.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
process.on('SIGTERM', () => process.exit(0));
