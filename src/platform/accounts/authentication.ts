import { Injectable } from '@nestjs/common';
import { dayOf, isoOf, millisecondsBetween, momentAfter } from '../clock/calendar';
import { Clock } from '../clock/clock';
import { Database } from '../database/database';
import { fingerprint } from './secrets';
import type { SignedIn } from './signed-in';

const MINUTE = 60_000;
const IDLE_TIME = 60 * MINUTE;

interface Row {
  accountId: number;
  username: string;
  displayName: string;
  mustChangePassword: boolean | 0 | 1;
  hatId: number | null;
  hat: string;
  scopeId: number | null;
}
type SessionRow = Row & { seenAt: string };
type TokenRow = Row & { tokenId: number; hats: string; lastUsedOn: string | null };

const WHO = `a."id" AS "accountId", a."username", a."displayName", a."mustChangePassword",
  h."id" AS "hatId", h."hat", h."scopeId"`;
const HATS_TODAY = `LEFT JOIN "wornHat" h ON h."accountId" = a."id" AND h."takenAt" IS NULL
  AND h."since" <= ? AND (h."until" IS NULL OR h."until" >= ?)`;

const BY_SESSION = `SELECT s."seenAt", ${WHO} FROM "signIn" s JOIN "account" a ON a."id" = s."accountId" ${HATS_TODAY}
  WHERE s."id" = ? AND s."expiresAt" > ? AND s."seenAt" > ? AND a."active" ORDER BY h."id"`;
const BY_TOKEN = `SELECT t."id" AS "tokenId", t."hats", t."lastUsedOn", ${WHO}
  FROM "apiToken" t JOIN "account" a ON a."id" = t."accountId" ${HATS_TODAY}
  WHERE t."hash" = ? AND t."revokedAt" IS NULL AND (t."expiresOn" IS NULL OR t."expiresOn" >= ?) AND a."active"
  ORDER BY h."id"`;

/** Who came, in one query per request; that they came is written at most once a minute, or a day for programs. */
@Injectable()
export class Authentication {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async bySession(token: string): Promise<SignedIn | null> {
    const now = isoOf(this.clock.now());
    const today = dayOf(now);
    const id = fingerprint(token);
    const params = [today, today, id, now, momentAfter(now, -IDLE_TIME)];
    const rows = await this.database.rows<SessionRow>(BY_SESSION, params);
    if (rows.length === 0) return null;
    const [{ seenAt }] = rows;
    if (millisecondsBetween(seenAt, now) >= MINUTE) {
      await this.write('UPDATE "signIn" SET "seenAt" = ? WHERE "id" = ? AND "seenAt" = ?', [now, id, seenAt]);
    }
    return signedIn(rows, id);
  }

  async byToken(token: string): Promise<SignedIn | null> {
    const today = dayOf(this.clock.now());
    const rows = await this.database.rows<TokenRow>(BY_TOKEN, [today, today, fingerprint(token), today]);
    if (rows.length === 0) return null;
    const { tokenId, hats, lastUsedOn } = rows[0];
    if (lastUsedOn !== today) {
      await this.write('UPDATE "apiToken" SET "lastUsedOn" = ? WHERE "id" = ?', [today, tokenId]);
    }
    const allowed = new Set(JSON.parse(hats) as number[]);
    return signedIn(rows, null, (row) => allowed.has(row.hatId!));
  }

  private write(sql: string, params: unknown[]): Promise<number> {
    return this.database.transaction((em) => this.database.change(sql, params, em));
  }
}

// One row per hat, a single one without a hat when the account wears none today.
function signedIn(
  rows: Row[],
  sessionId: string | null,
  counts: (row: Row) => boolean = () => true,
): SignedIn {
  const [{ accountId, username, displayName, mustChangePassword }] = rows;
  const hats = rows
    .filter((row) => row.hatId !== null && counts(row))
    .map(({ hatId, hat, scopeId }) => ({ id: hatId!, hat, scopeId }));
  const actor = { accountId, name: displayName, hats };
  return { actor, username, hats, mustChangePassword: Boolean(mustChangePassword), sessionId };
}
