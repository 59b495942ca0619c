import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isoOf } from '../clock/calendar';
import { Clock } from '../clock/clock';
import { isDuplicate } from '../database/conflicts';
import { Database } from '../database/database';
import { type FieldFault, Invalid } from '../web/errors';
import { Account } from './account.entity';
import { AccountHistory } from './account-history';
import { type Actor, SYSTEM } from './actor';
import { faultOf, hashOf } from './passwords';
import { generatedPassword } from './secrets';
import { folded, isUsername } from './username';
import { type NewHat, WornHats } from './worn-hats.service';

export interface NewAccount {
  username: string;
  displayName: string;
  hats?: NewHat[];
  /** Left out: one is made. Null: none, only API tokens will work. */
  password?: string | null;
  /** Whether the password has to be changed at the first sign-in; yes unless said otherwise. */
  mustChange?: boolean;
}

/** `password` is told here and never again: only its hash is stored. */
export interface CreatedAccount {
  id: number;
  username: string;
  password: string | null;
}

type Row = Pick<Account, 'username' | 'displayName' | 'passwordHash' | 'mustChangePassword'>;

@Injectable()
export class Accounts {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly wornHats: WornHats,
    private readonly notes: AccountHistory,
  ) {}

  /** Creates an account, in the caller's transaction when its entity manager is given. Throws `Invalid`. */
  async create(account: NewAccount, by: Actor = SYSTEM, em?: EntityManager): Promise<CreatedAccount> {
    const username = folded(account.username);
    const password = account.password === undefined ? generatedPassword() : account.password;
    check(username, password);
    const { displayName, hats = [], mustChange = true } = account;
    const passwordHash = password === null ? null : await hashOf(password);
    const row = { username, displayName, passwordHash, mustChangePassword: password !== null && mustChange };
    const write = (inside: EntityManager) => this.insert(inside, row, hats, by);
    const id = await (em ? write(em) : this.database.transaction(write));
    return { id, username, password };
  }

  private async insert(em: EntityManager, row: Row, hats: NewHat[], by: Actor): Promise<number> {
    const { username, displayName } = row;
    const created = { ...row, active: true, createdAt: isoOf(this.clock.now()) };
    const { identifiers } = await em.insert(Account, created).catch(duplicateIsTaken);
    const id = identifiers[0].id as number;
    for (const [at, hat] of hats.entries()) await this.wornHats.insert(em, id, hat, `hats.${at}.`);
    await this.notes.note(em, by, 'accountCreated', id, { username, displayName, hats });
    return id;
  }
}

function check(username: string, password: string | null): void {
  const faults: FieldFault[] = [];
  if (!isUsername(username))
    faults.push(usernameFault('malformed', '用户名为 2 到 50 个字母、数字或汉字，可含 . _ @ -'));
  const weak = password === null ? null : faultOf(password, username);
  if (weak) faults.push({ field: 'password', code: 'weak', message: weak });
  if (faults.length > 0) throw new Invalid(faults);
}

function duplicateIsTaken(error: unknown): never {
  throw isDuplicate(error) ? new Invalid([usernameFault('taken', '这个用户名已被使用，请换一个。')]) : error;
}

const usernameFault = (code: string, message: string): FieldFault => ({ field: 'username', code, message });
