// Loaded before the server with `--import`: tells the parent process every statement a request reads with, so that the
// limit can run the very same ones.
import { createRequire } from 'node:module';
import Database from 'better-sqlite3';

const require = createRequire(import.meta.url);
const { currentRequestId } = require('../../dist/src/platform/web/request-id.js');
const { prepare } = Database.prototype;

Database.prototype.prepare = function (sql) {
  const statement = prepare.call(this, sql);
  const { all } = statement;
  return Object.assign(statement, {
    all(...params) {
      // What runs outside of a request is the background's.
      if (currentRequestId() !== null) process.send({ sql, params });
      return all.apply(statement, params);
    },
  });
};

// The channel keeps the order: after this answer nothing recorded before is still under way.
process.on('message', () => process.send('all'));
