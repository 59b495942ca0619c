import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isoOf, millisecondsBetween, momentAfter } from '../clock/calendar';
import { Clock } from '../clock/clock';
import { Database } from '../database/database';
import { TryLater } from '../web/errors';
import { fingerprint } from './secrets';
import { SignInFailure } from './sign-in-failure.entity';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;

const TRIES = 5;
const LOCK = 15 * MINUTE;
/** The wait after the first, second … failure; the fifth locks. */
const WAITS = [1 * SECOND, 2 * SECOND, 4 * SECOND, 8 * SECOND, LOCK];

// A try is counted before the password is looked at: a hundred at once would otherwise all find the count at zero.
// Failures older than a lock lasts are forgotten. `f` is the row that is there already; while it waits nothing is taken.
const TAKE = `
  INSERT INTO "signInFailure" AS f ("usernameKey", "count", "lastAt", "lockedUntil") VALUES (?, 1, ?, NULL)
  ON CONFLICT ("usernameKey") DO UPDATE SET
    "count" = CASE WHEN f."lastAt" <= ? THEN 1 ELSE f."count" + 1 END,
    "lockedUntil" = CASE WHEN f."lastAt" > ? AND f."count" + 1 >= ${TRIES} THEN ? ELSE NULL END,
    "lastAt" = excluded."lastAt"
  WHERE f."lockedUntil" IS NULL OR f."lockedUntil" <= ?
  RETURNING "count"`;

// Tries that were taken together end in any order: none may shorten the wait another has set.
const EXTEND = `
  UPDATE "signInFailure" SET "lockedUntil" = ?
  WHERE "usernameKey" = ? AND ("lockedUntil" IS NULL OR "lockedUntil" < ?)`;

/** Slows guessing down: a growing wait after each failure of a name, then a lock. Names are folded. */
@Injectable()
export class SignInTries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Takes one try and gives its number, or throws `TryLater`; `forget` or `failed` has to follow. */
  take(username: string): Promise<number> {
    const key = fingerprint(username);
    const now = isoOf(this.clock.now());
    const forgotten = momentAfter(now, -LOCK);
    return this.database.transaction(async (em) => {
      const params = [key, now, forgotten, forgotten, momentAfter(now, LOCK), now];
      const [taken] = await this.database.rows<{ count: number }>(TAKE, params, em);
      if (!taken) throw waitOf(now, await em.findOneBy(SignInFailure, { usernameKey: key }));
      return taken.count;
    });
  }

  /** Sets the wait after the failed try of this number and tells whether it locked the name. */
  async failed(em: EntityManager, username: string, count: number): Promise<boolean> {
    const until = momentAfter(isoOf(this.clock.now()), WAITS[Math.min(count, TRIES) - 1]);
    await this.database.change(EXTEND, [until, fingerprint(username), until], em);
    return count === TRIES;
  }

  /** Starts afresh: the name's owner came in, or an administrator let them. */
  async forget(em: EntityManager, username: string): Promise<void> {
    await em.delete(SignInFailure, { usernameKey: fingerprint(username) });
  }

  /** Removes what nobody will ask for again: anybody can make rows here by inventing names. */
  async sweep(em: EntityManager): Promise<void> {
    const old = momentAfter(isoOf(this.clock.now()), -DAY);
    await this.database.change('DELETE FROM "signInFailure" WHERE "lastAt" < ?', [old], em);
  }

  /** Which of these names nobody can sign in with at the moment, with the end of each wait. */
  async waiting(usernames: string[]): Promise<Map<string, string>> {
    if (usernames.length === 0) return new Map();
    const keys = new Map(usernames.map((username) => [fingerprint(username), username]));
    const marks = usernames.map(() => '?').join(', ');
    const rows = await this.database.rows<SignInFailure>(
      `SELECT * FROM "signInFailure" WHERE "lockedUntil" > ? AND "usernameKey" IN (${marks})`,
      [isoOf(this.clock.now()), ...keys.keys()],
    );
    return new Map(rows.map((row) => [keys.get(row.usernameKey)!, row.lockedUntil!]));
  }
}

function waitOf(now: string, failure: SignInFailure | null): TryLater {
  const seconds = Math.max(1, Math.ceil(millisecondsBetween(now, failure?.lockedUntil ?? now) / SECOND));
  const wait = seconds < 60 ? `${seconds} 秒` : `${Math.ceil(seconds / 60)} 分钟`;
  return new TryLater(`登录失败次数过多，请在 ${wait}后再试；忘记密码请联系系统管理员。`, seconds);
}
