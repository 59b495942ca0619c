import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { GENESIS, hashOf } = require('../../../dist/src/platform/history/chain.js');

/** Gives a function that inserts a row and answers its id; columns left out stay empty, flags become 0 and 1. */
export function into(db, table) {
  const columns = db.pragma(`table_info("${table}")`).map((column) => column.name);
  const names = columns.map((column) => `"${column}"`).join(', ');
  const statement = db.prepare(
    `INSERT INTO "${table}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  return (row) => Number(statement.run(columns.map((column) => stored(row[column]))).lastInsertRowid);
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
