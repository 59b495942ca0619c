import { Inject, Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { dayOf, isoOf } from '../clock/calendar';
import { Clock } from '../clock/clock';
import { Database } from '../database/database';
import { type FieldFault, Invalid, NotFound, Refused } from '../web/errors';
import { Account } from './account.entity';
import { AccountHistory } from './account-history';
import type { Actor } from './actor';
import { ADMINISTRATOR, HATS, type HatTables } from './hats';
import { WornHat } from './worn-hat.entity';

/** A hat to be given: from today and without an end when no days are named. */
export interface NewHat {
  hat: string;
  scopeId?: number | null;
  since?: string | null;
  until?: string | null;
}

const LASTING_ADMINISTRATORS = `SELECT COUNT(*) AS "count" FROM "wornHat" h JOIN "account" a ON a."id" = h."accountId"
  WHERE h."hat" = '${ADMINISTRATOR}' AND h."takenAt" IS NULL AND h."since" <= ? AND h."until" IS NULL AND a."active"`;

/** Which hats accounts wear. */
@Injectable()
export class WornHats {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly notes: AccountHistory,
    @Inject(HATS) private readonly tables: HatTables,
  ) {}

  /** Gives a hat; throws `NotFound` without the account, `Invalid` for a hat that does not exist. */
  async give(accountId: number, hat: NewHat, by: Actor): Promise<WornHat> {
    return this.database.transaction(async (em) => {
      if (!(await em.existsBy(Account, { id: accountId }))) throw new NotFound();
      const worn = await this.insert(em, accountId, hat);
      await this.notes.note(em, by, 'hatGiven', accountId, shown(worn));
      return worn;
    });
  }

  /** Takes a hat away at once. */
  async take(accountId: number, hatId: number, by: Actor): Promise<void> {
    await this.database.transaction(async (em) => {
      const worn = await em.findOneBy(WornHat, { id: hatId, accountId, takenAt: IsNull() });
      if (!worn) throw new NotFound();
      await em.update(WornHat, { id: hatId }, { takenAt: isoOf(this.clock.now()) });
      await this.notes.note(em, by, 'hatTaken', accountId, shown(worn));
      if (worn.hat === ADMINISTRATOR) await this.keepAnAdministrator(em);
    });
  }

  /** Adds the row of a hat; the history is the caller's. `field` is the path of the hat in what was sent. */
  async insert(em: EntityManager, accountId: number, hat: NewHat, field = ''): Promise<WornHat> {
    const { scopeId = null, until = null } = hat;
    const since = hat.since ?? dayOf(this.clock.now());
    const row = { accountId, hat: hat.hat, scopeId, since, until, takenAt: null };
    const fault = this.faultOf(row, field);
    if (fault) throw new Invalid([fault]);
    const { identifiers } = await em.insert(WornHat, row);
    return { id: identifiers[0].id as number, ...row };
  }

  /**
   * Throws unless somebody active stays administrator without an end. To be called after the history row of the
   * change: its lock makes two who remove each other take turns, so that the second sees what the first did.
   */
  async keepAnAdministrator(em: EntityManager): Promise<void> {
    const [{ count }] = await this.database.rows<{ count: number }>(
      LASTING_ADMINISTRATORS,
      [dayOf(this.clock.now())],
      em,
    );
    if (count > 0) return;
    throw new Refused([{ code: 'lastAdministrator', message: '这是最后一名系统管理员，请先指定另一名。' }]);
  }

  private faultOf({ hat, since, until }: Omit<WornHat, 'id'>, path: string): FieldFault | null {
    if (!Object.hasOwn(this.tables, hat)) {
      return { field: `${path}hat`, code: 'unknownChoice', message: '没有这种身份。' };
    }
    if (!until || until >= since) return null;
    return { field: `${path}until`, code: 'outOfRange', message: '截止日期不能早于开始日期。' };
  }
}

const shown = ({ hat, scopeId, since, until }: WornHat) => ({ hat, scopeId, since, until });
