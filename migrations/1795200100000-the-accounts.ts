import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  createTable,
  day,
  flag,
  id,
  integer,
  json,
  moment,
  optional,
  word,
  wordKey,
} from '../src/platform/database/table';

export class TheAccounts1795200100000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await createTable(q, 'account', ACCOUNT, { unique: [['username']] });
    await createTable(q, 'wornHat', WORN_HAT, {
      index: [['accountId'], ['hat', 'scopeId']],
      foreign: { accountId: 'account' },
    });
    await createTable(q, 'signIn', SIGN_IN, {
      index: [['accountId'], ['expiresAt']],
      foreign: { accountId: 'account' },
    });
    await createTable(q, 'signInFailure', SIGN_IN_FAILURE, { index: [['lastAt']] });
    await createTable(q, 'apiToken', API_TOKEN, {
      unique: [['hash']],
      index: [['accountId']],
      foreign: { accountId: 'account' },
    });
  }

  async down(q: QueryRunner): Promise<void> {
    for (const table of ['apiToken', 'signInFailure', 'signIn', 'wornHat', 'account'])
      await q.query(`DROP TABLE "${table}"`);
  }
}

const ACCOUNT = {
  id,
  username: word(50),
  displayName: word(50),
  passwordHash: optional(word(200)),
  mustChangePassword: flag,
  active: flag,
  createdAt: moment,
  lastSignInAt: optional(moment),
};

const WORN_HAT = {
  id,
  accountId: integer,
  hat: word(40),
  scopeId: optional(integer),
  since: day,
  until: optional(day),
  takenAt: optional(moment),
};

const SIGN_IN = {
  id: wordKey(64),
  accountId: integer,
  createdAt: moment,
  seenAt: moment,
  expiresAt: moment,
};

const SIGN_IN_FAILURE = {
  usernameKey: wordKey(64),
  count: integer,
  lastAt: moment,
  lockedUntil: optional(moment),
};

const API_TOKEN = {
  id,
  accountId: integer,
  name: word(50),
  hash: word(64),
  hats: json,
  createdAt: moment,
  lastUsedOn: optional(day),
  expiresOn: optional(day),
  revokedAt: optional(moment),
};
