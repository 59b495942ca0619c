import { createHmac, randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Environment } from '../../config/environment';
import { sameSecret } from '../platform/accounts/secrets';
import { isoOf, millisecondsBetween, momentAfter } from '../platform/clock/calendar';
import { Clock } from '../platform/clock/clock';
import { Database } from '../platform/database/database';
import { Invalid, Refused, TryLater } from '../platform/web/errors';
import { Delivery } from './delivery.entity';
import { type Letter, subjectLine } from './letters/letter';
import { Links } from './letters/links';
import type { NotificationPreference } from './notification-preference.entity';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const VALID = 30 * MINUTE;
const TRIES = 5;
const MAILS_AN_HOUR = 5;

// A try is counted before the code is looked at: a hundred at once would otherwise all find the count at zero.
const TAKE = `UPDATE "notificationPreference" SET "codeTries" = "codeTries" + 1
  WHERE "accountId" = ? AND "codeHash" IS NOT NULL AND "codeExpiresAt" > ? AND "codeTries" < ${TRIES}
  RETURNING "codeHash", "email"`;

/** Proves that whoever reads an address owns the account: a code goes there and has to come back. */
@Injectable()
export class Verification {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly environment: Environment,
    private readonly links: Links,
  ) {}

  /** Plans a mail with a code. Throws `TryLater` when there were too many: nobody may flood somebody's mailbox. */
  async ask(em: EntityManager, accountId: number): Promise<void> {
    const now = isoOf(this.clock.now());
    const since = momentAfter(now, -HOUR);
    const of = `"delivery" WHERE "accountId" = ? AND "kind" = 'code'`;
    const sql = `SELECT "createdAt" FROM ${of} AND "createdAt" > ? ORDER BY "id" DESC LIMIT ${MAILS_AN_HOUR}`;
    const recent = await this.database.rows<{ createdAt: string }>(sql, [accountId, since], em);
    if (recent.length === MAILS_AN_HOUR) throw tooMany(since, recent[MAILS_AN_HOUR - 1].createdAt);
    const cancel = `UPDATE "delivery" SET "state" = 'cancelled', "lastError" = 'superseded' WHERE "id" IN
      (SELECT "id" FROM ${of} AND "state" = 'waiting')`;
    await this.database.change(cancel, [accountId], em);
    const row = { accountId, channel: 'mail', kind: 'code', state: 'waiting', attempts: 0 } as const;
    await this.database.insert(Delivery, [{ ...row, nextAt: now, createdAt: now }], em);
  }

  /** The mail with a new code, which the database keeps a hash of only; null when the address has changed meanwhile. */
  async letter(accountId: number, email: string): Promise<Letter | null> {
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    const expiresAt = momentAfter(isoOf(this.clock.now()), VALID);
    const sql = `UPDATE "notificationPreference" SET "codeHash" = ?, "codeExpiresAt" = ?, "codeTries" = 0
      WHERE "accountId" = ? AND "email" = ? AND "verifiedAt" IS NULL`;
    const params = [this.hashOf(accountId, email, code), expiresAt, accountId, email];
    const kept = await this.database.transaction((em) => this.database.change(sql, params, em));
    if (kept === 0) return null;
    return {
      subject: subjectLine('【提案办理】验证邮箱'),
      parts: [`验证码：${code}`, '30 分钟内有效。如果不是您本人申请的，请忽略本邮件。'],
      caseNo: null,
      dueOn: null,
      ...this.links.to(null),
    };
  }

  /** Takes one try; throws Invalid for a wrong code and Refused when there is none to be met. */
  async verify(accountId: number, code: string): Promise<void> {
    const now = isoOf(this.clock.now());
    const met = await this.database.transaction(async (em) => {
      const [row] = await this.database.rows<Pick<NotificationPreference, 'codeHash' | 'email'>>(
        TAKE,
        [accountId, now],
        em,
      );
      if (!row) throw new Refused([NO_CODE]);
      if (!sameSecret(this.hashOf(accountId, row.email!, code), row.codeHash!)) return false;
      const sql = `UPDATE "notificationPreference" SET "verifiedAt" = ?, "codeHash" = NULL, "codeExpiresAt" = NULL
        WHERE "accountId" = ? AND "codeHash" = ?`;
      return (await this.database.change(sql, [now, accountId, row.codeHash], em)) > 0;
    });
    // Thrown after the commit: the try counts.
    if (!met) throw new Invalid([WRONG_CODE]);
  }

  // Keyed, because a million codes are soon tried by whoever has a copy of the database.
  private hashOf(accountId: number, email: string, code: string): string {
    const key = this.environment.sessionSecret;
    return createHmac('sha256', key).update(`verify:${accountId}:${email}:${code}`).digest('hex');
  }
}

const NO_CODE = { code: 'noCode', message: '没有可用的验证码：可能已过期，或者输错次数过多。请重新获取。' };
const WRONG_CODE = { field: 'code', code: 'wrong', message: '「验证码」不正确，请核对邮件后重新输入。' };

function tooMany(since: string, oldest: string): TryLater {
  const seconds = Math.max(1, Math.ceil(millisecondsBetween(since, oldest) / 1000));
  const minutes = Math.ceil(seconds / 60);
  return new TryLater(`验证邮件发送过于频繁，请在 ${minutes} 分钟后再试。`, seconds);
}
