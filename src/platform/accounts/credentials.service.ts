import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import { Account } from './account.entity';
import { AccountHistory } from './account-history';
import type { Actor } from './actor';
import { fits } from './passwords';
import { SignInTries } from './sign-in-tries';

const NOBODY: Actor = { accountId: null, name: '未登录', hats: [] };

/** Name and password as proof of who somebody is. */
@Injectable()
export class Credentials {
  constructor(
    private readonly database: Database,
    private readonly tries: SignInTries,
    private readonly notes: AccountHistory,
  ) {}

  /**
   * The account when the password is right. Null, after the same work, for an unknown name, a wrong password and an
   * inactive account; then the failure is counted. Throws `TryLater` while the name has to wait.
   */
  async prove(username: string, password: string): Promise<Account | null> {
    const count = await this.tries.take(username);
    const account = await this.database.reader.findOneBy(Account, { username });
    const right = await fits(password, account?.passwordHash);
    if (account?.active && right) return account;
    await this.fail(username, count, account);
    return null;
  }

  private async fail(username: string, count: number, account: Account | null): Promise<void> {
    await this.database.transaction(async (em) => {
      const locked = await this.tries.failed(em, username, count);
      if (!account) return;
      await this.notes.note(em, NOBODY, 'signInFailed', account.id, { failures: count });
      if (locked) await this.notes.note(em, NOBODY, 'locked', account.id, { failures: count });
    });
  }
}
