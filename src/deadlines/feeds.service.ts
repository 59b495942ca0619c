import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../lifecycle/people';
import { Actors } from '../platform/accounts/actors.service';
import { fingerprint, randomSecret } from '../platform/accounts/secrets';
import { dayOf, isoOf } from '../platform/clock/calendar';
import { Clock } from '../platform/clock/clock';
import { Database } from '../platform/database/database';
import { History } from '../platform/history/history';
import { NotFound } from '../platform/web/errors';
import type { CalendarFeed } from './calendar-feed.entity';

export interface IssuedFeed {
  /** Below the address of the server; shown this once. */
  readonly path: string;
}

/** Secret addresses for calendar programs, which cannot sign in. */
@Injectable()
export class Feeds {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly history: History,
    private readonly actors: Actors,
  ) {}

  /** When the feed was made and last read; null without one. */
  async of({ accountId }: Actor): Promise<Pick<CalendarFeed, 'createdAt' | 'readOn'> | null> {
    const sql = 'SELECT "createdAt", "readOn" FROM "calendarFeed" WHERE "accountId" = ?';
    const [feed] = await this.database.rows<CalendarFeed>(sql, [accountId]);
    return feed ?? null;
  }

  /** Makes a new secret; the address before it stops working. */
  async issue(actor: Actor): Promise<IssuedFeed> {
    const secret = randomSecret();
    await this.database.transaction(async (em) => {
      const at = await this.note(em, actor, 'feedIssued');
      await this.database.change(
        `INSERT INTO "calendarFeed" ("accountId", "hash", "createdAt") VALUES (?, ?, ?)
          ON CONFLICT ("accountId") DO UPDATE SET "hash" = excluded."hash", "createdAt" = excluded."createdAt", "readOn" = NULL`,
        [actor.accountId, fingerprint(secret), at],
        em,
      );
    });
    return { path: `/calendar/${secret}.ics` };
  }

  /** The address stops working at once. Throws NotFound when there is none. */
  async revoke(actor: Actor): Promise<void> {
    await this.database.transaction(async (em) => {
      const sql = 'DELETE FROM "calendarFeed" WHERE "accountId" = ?';
      if ((await this.database.change(sql, [actor.accountId], em)) === 0) throw new NotFound();
      await this.note(em, actor, 'feedRevoked');
    });
  }

  /** Whose feed the secret opens, in the hats of today; null when it opens none. */
  async reader(secret: string): Promise<Actor | null> {
    const hash = fingerprint(secret);
    const sql = 'SELECT "accountId", "readOn" FROM "calendarFeed" WHERE "hash" = ?';
    const [feed] = await this.database.rows<CalendarFeed>(sql, [hash]);
    const today = dayOf(this.clock.now());
    if (feed && feed.readOn !== today) {
      const seen = 'UPDATE "calendarFeed" SET "readOn" = ? WHERE "hash" = ?';
      await this.database.transaction((em) => this.database.change(seen, [today, hash], em));
    }
    return feed ? this.actors.of(feed.accountId) : null;
  }

  private async note(em: EntityManager, { accountId, name }: Actor, action: string): Promise<string> {
    const at = isoOf(this.clock.now());
    const entry = {
      at,
      accountId,
      actorName: name,
      kind: 'account',
      subjectId: accountId,
      action,
      change: {},
    };
    await this.history.append(em, entry);
    return at;
  }
}
