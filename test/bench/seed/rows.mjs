import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { GENESIS, hashOf } = require('../../../dist/src/platform/history/chain.js');

/** Gives a function that inserts a row and answers its id; what is left out has its default, flags become 0 and 1. */
export function into(db, table) {
  const columns = db.pragma(`table_info("${table}")`);
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const statement = db.prepare(
    `INSERT INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  const defaults = columns.map(({ dflt_value: text }) => defaultOf(text));
  return (row) =>
    Number(statement.run(columns.map(({ name }, at) => stored(row[name] ?? defaults[at]))).lastInsertRowid);
}

/** A default as SQLite tells it: as the SQL it was declared with. */
function defaultOf(text) {
  if (text === null) return null;
  if (['true', 'false'].includes(text)) return text === 'true';
  return text.startsWith("'") ? text.slice(1, -1) : Number(text);
}

/** Appends to the history as the application does, so that the seeded chain is a sound one. */
export function chain(db) {
  const insert = into(db, 'history');
  let [id, hash] = [0, GENESIS];
  return {
    append(row) {
      id += 1;
      const full = { ...EMPTY, ...row, id, prevHash: hash };
      hash = hashOf(full);
      insert({ ...full, hash });
      return id;
    },
    close: () => db.prepare('UPDATE "historyHead" SET "lastId" = ?, "hash" = ?').run(id, hash),
  };
}

const NOBODY = { accountId: null, actorName: '经办人', onBehalfOf: null, requestId: null };
const EMPTY = { ...NOBODY, subjectId: null, proposalId: null, stageFrom: null, change: '{}', tells: '[]' };

const stored = (value) => {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value === null || typeof value !== 'object' ? (value ?? null) : JSON.stringify(value);
};
