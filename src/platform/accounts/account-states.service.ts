import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../database/database';
import { NotFound } from '../web/errors';
import { Account } from './account.entity';
import { AccountHistory } from './account-history';
import type { Actor } from './actor';
import { ApiTokens } from './api-tokens.service';
import { generatedPassword, hashOf } from './passwords';
import { SignInTries } from './sign-in-tries';
import { SignIns } from './sign-ins.service';
import { WornHats } from './worn-hats.service';

/** What an administrator does to the accounts of others. All throw `NotFound` for an unknown account. */
@Injectable()
export class AccountStates {
  constructor(
    private readonly database: Database,
    private readonly wornHats: WornHats,
    private readonly signIns: SignIns,
    private readonly tokens: ApiTokens,
    private readonly tries: SignInTries,
    private readonly notes: AccountHistory,
  ) {}

  /** Closes an account; its sessions and tokens end for good. Refused for the last administrator. */
  async deactivate(id: number, by: Actor): Promise<void> {
    await this.database.transaction(async (em) => {
      if (!(await found(em, id)).active) return;
      await em.update(Account, { id }, { active: false });
      await this.putOut(em, id);
      await this.notes.note(em, by, 'accountDeactivated', id);
      await this.wornHats.keepAnAdministrator(em);
    });
  }

  async activate(id: number, by: Actor): Promise<void> {
    await this.database.transaction(async (em) => {
      if ((await found(em, id)).active) return;
      await em.update(Account, { id }, { active: true });
      await this.notes.note(em, by, 'accountActivated', id);
    });
  }

  /** Gives a new password, to be changed at the next sign-in; whoever holds a session or a token is put out. */
  async resetPassword(id: number, by: Actor): Promise<string> {
    const password = generatedPassword();
    const passwordHash = await hashOf(password);
    await this.database.transaction(async (em) => {
      const { username } = await found(em, id);
      await em.update(Account, { id }, { passwordHash, mustChangePassword: true });
      await this.putOut(em, id);
      await this.tries.forget(em, username);
      await this.notes.note(em, by, 'passwordReset', id);
    });
    return password;
  }

  /** Ends the wait after wrong passwords. */
  async unlock(id: number, by: Actor): Promise<void> {
    await this.database.transaction(async (em) => {
      await this.tries.forget(em, (await found(em, id)).username);
      await this.notes.note(em, by, 'accountUnlocked', id);
    });
  }

  /** Ends the owner's sessions everywhere, this one too, and on request revokes the tokens. */
  async signOutEverywhere(actor: Actor & { accountId: number }, tokensToo: boolean): Promise<void> {
    const { accountId } = actor;
    await this.database.transaction(async (em) => {
      await this.signIns.endAll(em, accountId);
      const tokens = tokensToo ? await this.tokens.revokeAll(em, accountId) : 0;
      await this.notes.note(em, actor, 'signedOutEverywhere', accountId, { tokensRevoked: tokens });
    });
  }

  private async putOut(em: EntityManager, id: number): Promise<void> {
    await this.signIns.endAll(em, id);
    await this.tokens.revokeAll(em, id);
  }
}

async function found(em: EntityManager, id: number): Promise<Account> {
  const account = await em.findOneBy(Account, { id });
  if (!account) throw new NotFound();
  return account;
}
