import { Injectable } from '@nestjs/common';
import { dayOf } from '../clock/calendar';
import { Clock } from '../clock/clock';
import { Database } from '../database/database';
import { windowOf } from '../web/page.dto';
import type { Account } from './account.entity';
import type { AccountDto, AccountsPage, AccountsQuery } from './accounts.dto';
import type { WornHatDto } from './hat.dto';
import { SignInTries } from './sign-in-tries';

type AccountRow = Omit<Account, 'passwordHash'>;
type HatRow = WornHatDto & { accountId: number };

const COLUMNS =
  '"id", "username", "displayName", "active", "mustChangePassword", "createdAt", "lastSignInAt"';
const NAMED = `("username" LIKE ? ESCAPE '\\' OR LOWER("displayName") LIKE ? ESCAPE '\\')`;

/** The accounts as administrators and auditors see them, by name. */
@Injectable()
export class AccountList {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly tries: SignInTries,
  ) {}

  async page(query: AccountsQuery): Promise<AccountsPage> {
    const { page, size, offset } = windowOf(query);
    const { where, params } = conditions(query);
    const [accounts, [{ total }]] = await Promise.all([
      this.database.rows<AccountRow>(
        `SELECT ${COLUMNS} FROM "account" ${where} ORDER BY "username" LIMIT ? OFFSET ?`,
        [...params, size, offset],
      ),
      this.database.rows<{ total: number }>(`SELECT COUNT(*) AS "total" FROM "account" ${where}`, params),
    ]);
    return { items: await this.shown(accounts), total, page, size };
  }

  /** One account; undefined when there is none. */
  async find(id: number): Promise<AccountDto | undefined> {
    const accounts = await this.database.rows<AccountRow>(`SELECT ${COLUMNS} FROM "account" WHERE "id" = ?`, [
      id,
    ]);
    return (await this.shown(accounts))[0];
  }

  private async shown(accounts: AccountRow[]): Promise<AccountDto[]> {
    if (accounts.length === 0) return [];
    const hats = await this.hatsOf(accounts.map(({ id }) => id));
    const waiting = await this.tries.waiting(accounts.map(({ username }) => username));
    return accounts.map((account) => ({
      ...account,
      active: Boolean(account.active),
      mustChangePassword: Boolean(account.mustChangePassword),
      lockedUntil: waiting.get(account.username) ?? null,
      hats: hats.filter(({ accountId }) => accountId === account.id).map(({ accountId: _, ...hat }) => hat),
    }));
  }

  private hatsOf(ids: number[]): Promise<HatRow[]> {
    return this.database.rows<HatRow>(
      `SELECT "id", "hat", "scopeId", "since", "until", "accountId" FROM "wornHat"
       WHERE "accountId" IN (${ids.map(() => '?').join(', ')}) AND "takenAt" IS NULL AND ("until" IS NULL OR "until" >= ?)
       ORDER BY "id"`,
      [...ids, dayOf(this.clock.now())],
    );
  }
}

function conditions({ q, active }: AccountsQuery): { where: string; params: unknown[] } {
  const pattern = `%${(q ?? '').toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  const parts: [string, unknown[]][] = [];
  if (q) parts.push([NAMED, [pattern, pattern]]);
  if (active != null) parts.push(['"active" = ?', [active]]);
  const where = parts.length > 0 ? `WHERE ${parts.map(([sql]) => sql).join(' AND ')}` : '';
  return { where, params: parts.flatMap(([, params]) => params) };
}
