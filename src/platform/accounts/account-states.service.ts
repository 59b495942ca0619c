import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { Database } from '../database/database';
import { NotFound } from '../web/errors';
import { Account } from './account.entity';
import { AccountHistory } from './account-history';
import type { Actor } from './actor';
import { ADMINISTRATOR } from './hats';
import { hashOf } from './passwords';
import { generatedPassword } from './secrets';
import { SignInTries } from './sign-in-tries';
import { SignIns } from './sign-ins.service';
import { WornHat } from './worn-hat.entity';
import { WornHats } from './worn-hats.service';

/** What an administrator does to the accounts of others. All throw `NotFound` for an unknown account. */
@Injectable()
export class AccountStates {
  constructor(
    private readonly database: Database,
    private readonly wornHats: WornHats,
    private readonly signIns: SignIns,
    private readonly tries: SignInTries,
    private readonly notes: AccountHistory,
  ) {}

  /** Closes an account; its sessions and tokens end for good. Refused for the last administrator. */
  async deactivate(id: number, by: Actor): Promise<void> {
    await this.database.transaction(async (em) => {
      if (!(await found(em, id)).active) return;
      await em.update(Account, { id }, { active: false });
      await this.signIns.putOut(em, id);
      await this.notes.note(em, by, 'accountDeactivated', id);
      const administrates = await em.existsBy(WornHat, {
        accountId: id,
        hat: ADMINISTRATOR,
        takenAt: IsNull(),
      });
      if (administrates) await this.wornHats.keepAnAdministrator(em);
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
      await this.signIns.putOut(em, id);
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
}

async function found(em: EntityManager, id: number): Promise<Account> {
  const account = await em.findOneBy(Account, { id });
  if (!account) throw new NotFound();
  return account;
}
