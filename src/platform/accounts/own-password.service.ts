import { Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import { Conflict, Invalid } from '../web/errors';
import { AccountHistory } from './account-history';
import { Credentials } from './credentials.service';
import { faultOf, hashOf } from './passwords';
import { SignInTries } from './sign-in-tries';
import { SignIns } from './sign-ins.service';
import type { SignedIn } from './signed-in';

const REPLACE = `UPDATE "account" SET "passwordHash" = ?, "mustChangePassword" = ? WHERE "id" = ? AND "passwordHash" = ?`;

/** The password a person chooses. */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly database: Database,
    private readonly credentials: Credentials,
    private readonly tries: SignInTries,
    private readonly signIns: SignIns,
    private readonly notes: AccountHistory,
  ) {}

  /**
   * Replaces the password and ends every other session. The present one is asked for, with the same waits as at
   * sign-in: an unattended screen must not be enough to guess it or to take the account over.
   */
  async change({ actor, username, sessionId }: SignedIn, current: string, next: string): Promise<void> {
    const fault = next === current ? '新密码不能与当前密码相同。' : faultOf(next, username);
    if (fault) throw new Invalid([{ field: 'next', code: 'weak', message: fault }]);
    const account = await this.credentials.prove(username, current);
    if (!account) throw new Invalid([{ field: 'current', code: 'wrong', message: '当前密码不正确。' }]);
    const params = [await hashOf(next), false, actor.accountId, account.passwordHash];
    await this.database.transaction(async (em) => {
      if ((await this.database.change(REPLACE, params, em)) === 0)
        throw new Conflict('密码刚刚已被修改，请重新登录。');
      await this.tries.forget(em, username);
      await this.signIns.endAll(em, actor.accountId, sessionId ?? '');
      await this.notes.note(em, actor, 'passwordChanged', actor.accountId);
    });
  }
}
