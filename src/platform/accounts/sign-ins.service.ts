import { Injectable } from '@nestjs/common';
import { type EntityManager, Not } from 'typeorm';
import { isoOf, momentAfter } from '../clock/calendar';
import { Clock } from '../clock/clock';
import { Database } from '../database/database';
import { SignInNeeded } from '../web/errors';
import type { Account } from './account.entity';
import { AccountHistory } from './account-history';
import { ApiTokens } from './api-tokens.service';
import { Authentication } from './authentication';
import { Credentials } from './credentials.service';
import { fingerprint, randomSecret } from './secrets';
import { SignIn } from './sign-in.entity';
import { SignInTries } from './sign-in-tries';
import type { SignedIn } from './signed-in';
import { folded } from './username';

/** However busy a session is, it ends after a working day. */
const LONGEST_SESSION = 12 * 60 * 60_000;

/** Sessions: how they begin and end. */
@Injectable()
export class SignIns {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly credentials: Credentials,
    private readonly tries: SignInTries,
    private readonly tokens: ApiTokens,
    private readonly authentication: Authentication,
    private readonly notes: AccountHistory,
  ) {}

  /**
   * Opens a session and gives its token. Throws `SignInNeeded` with the same words for an unknown name, a wrong
   * password and an inactive account, and `TryLater` while the name has to wait.
   */
  async signIn(username: string, password: string): Promise<{ token: string; signedIn: SignedIn }> {
    const account = await this.credentials.prove(folded(username), password);
    if (!account) throw wrong();
    const token = randomSecret();
    await this.database.transaction((em) => this.open(em, account, token));
    const signedIn = await this.authentication.bySession(token);
    if (!signedIn) throw wrong();
    return { token, signedIn };
  }

  /** Ends this session. */
  async signOut({ actor, sessionId }: SignedIn): Promise<void> {
    await this.database.transaction(async (em) => {
      await em.delete(SignIn, { id: sessionId ?? '' });
      await this.notes.note(em, actor, 'signedOut', actor.accountId);
    });
  }

  /** Ends the owner's sessions everywhere, this one too, and on request revokes the tokens. */
  async signOutEverywhere({ actor }: SignedIn, tokensToo: boolean): Promise<void> {
    const { accountId } = actor;
    await this.database.transaction(async (em) => {
      await (tokensToo ? this.putOut(em, accountId) : this.endAll(em, accountId));
      await this.notes.note(em, actor, 'signedOutEverywhere', accountId, { tokensToo });
    });
  }

  /** Ends every session of an account and revokes its tokens; the history is the caller's. */
  async putOut(em: EntityManager, accountId: number): Promise<void> {
    await this.endAll(em, accountId);
    await this.tokens.revokeAll(em, accountId);
  }

  /** Ends every session of an account, except the one named; the history is the caller's. */
  async endAll(em: EntityManager, accountId: number, except = ''): Promise<void> {
    await em.delete(SignIn, { accountId, id: Not(except) });
  }

  private async open(em: EntityManager, account: Account, token: string): Promise<void> {
    const now = isoOf(this.clock.now());
    const { id: accountId, displayName: name } = account;
    // Proving took a while: a password changed or an account closed meanwhile must not leave a session behind.
    const sql = 'UPDATE "account" SET "lastSignInAt" = ? WHERE "id" = ? AND "passwordHash" = ? AND "active"';
    if ((await this.database.change(sql, [now, accountId, account.passwordHash], em)) === 0) throw wrong();
    await this.tries.forget(em, account.username);
    await this.sweep(em, now);
    const expiresAt = momentAfter(now, LONGEST_SESSION);
    await em.insert(SignIn, { id: fingerprint(token), accountId, createdAt: now, seenAt: now, expiresAt });
    await this.notes.note(em, { accountId, name, hats: [] }, 'signedIn', accountId);
  }

  // Sign-ins are rare and write anyway, so they clear away what has ended; no separate job has to.
  private async sweep(em: EntityManager, now: string): Promise<void> {
    await this.tries.sweep(em);
    await this.database.change('DELETE FROM "signIn" WHERE "expiresAt" < ?', [now], em);
  }
}

const wrong = () => new SignInNeeded('用户名或密码不正确。');
