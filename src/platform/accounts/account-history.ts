import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isoOf } from '../clock/calendar';
import { Clock } from '../clock/clock';
import { History } from '../history/history';
import type { Actor } from './actor';

export type AccountAction =
  | 'accountCreated'
  | 'accountActivated'
  | 'accountDeactivated'
  | 'accountUnlocked'
  | 'hatGiven'
  | 'hatTaken'
  | 'signedIn'
  | 'signInFailed'
  | 'locked'
  | 'signedOut'
  | 'signedOutEverywhere'
  | 'passwordChanged'
  | 'passwordReset'
  | 'tokenCreated'
  | 'tokenRevoked';

/** What happens to accounts, in the one history. */
@Injectable()
export class AccountHistory {
  constructor(
    private readonly history: History,
    private readonly clock: Clock,
  ) {}

  /** Notes in the caller's transaction what `by` did to an account; no secrets in `change`. */
  note(
    em: EntityManager,
    by: Actor,
    action: AccountAction,
    accountId: number,
    change: object = {},
  ): Promise<number> {
    const at = isoOf(this.clock.now());
    const who = { accountId: by.accountId, actorName: by.name };
    return this.history.append(em, { at, ...who, kind: 'account', subjectId: accountId, action, change });
  }
}
