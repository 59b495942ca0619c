import { Injectable } from '@nestjs/common';
import { dayOf } from '../clock/calendar';
import { Clock } from '../clock/clock';
import { Database } from '../database/database';

interface Row {
  accountId: number;
  displayName: string;
  hat: string | null;
  scopeId: number | null;
}

/** Somebody who is not there: for what is sent or fetched without a sign-in, in the hats worn at this very moment. */
export interface AbsentActor {
  readonly accountId: number;
  readonly name: string;
  readonly hats: readonly { readonly hat: string; readonly scopeId: number | null }[];
}

@Injectable()
export class Actors {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Null for an account that is closed or does not exist. */
  async of(accountId: number): Promise<AbsentActor | null> {
    const today = dayOf(this.clock.now());
    const rows = await this.database.rows<Row>(
      `SELECT a."id" AS "accountId", a."displayName", h."hat", h."scopeId" FROM "account" a
        LEFT JOIN "wornHat" h ON h."accountId" = a."id" AND h."takenAt" IS NULL
          AND h."since" <= ? AND (h."until" IS NULL OR h."until" >= ?)
        WHERE a."id" = ? AND a."active" ORDER BY h."id"`,
      [today, today, accountId],
    );
    if (rows.length === 0) return null;
    const hats = rows.flatMap(({ hat, scopeId }) => (hat === null ? [] : [{ hat, scopeId }]));
    return { accountId, name: rows[0].displayName, hats };
  }
}
