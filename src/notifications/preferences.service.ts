import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../platform/database/database';
import { type FieldFault, Invalid, Refused } from '../platform/web/errors';
import { Jobs } from '../platform/queue/jobs';
import { addressFrom } from './address';
import { Channels } from './channels/channels';
import type { NotificationPreference } from './notification-preference.entity';
import type { ChangePreferencesDto, PreferencesDto } from './preferences.dto';
import { Verification } from './verification.service';

const UPSERT = `INSERT INTO "notificationPreference" ("accountId", "mail", "email", "codeTries", "platform")
  VALUES (?, ?, ?, 0, ?) ON CONFLICT ("accountId") DO UPDATE
  SET "mail" = excluded."mail", "email" = excluded."email", "platform" = excluded."platform"`;
const UNPROVED = `UPDATE "notificationPreference" SET "verifiedAt" = NULL, "codeHash" = NULL, "codeExpiresAt" = NULL
  WHERE "accountId" = ?`;

/** How somebody wishes to be told; each for oneself. */
@Injectable()
export class Preferences {
  constructor(
    private readonly database: Database,
    private readonly channels: Channels,
    private readonly verification: Verification,
    private readonly jobs: Jobs,
  ) {}

  async of(accountId: number, em?: EntityManager): Promise<PreferencesDto> {
    const row = await this.row(accountId, em);
    return {
      mail: row?.mail ?? (this.channels.has('mail') ? 'brief' : 'none'),
      email: row?.email ?? null,
      verified: Boolean(row?.verifiedAt),
      platform: Boolean(row?.platform),
      channels: this.channels.all.map(({ name }) => name),
    };
  }

  /** A new address gets a code and nothing else before that has come back. */
  async change(accountId: number, wished: ChangePreferencesDto): Promise<PreferencesDto> {
    const { mail, platform } = wished;
    const email = this.checked(wished);
    return this.database.transaction(async (em) => {
      const before = await this.row(accountId, em);
      await this.database.change(UPSERT, [accountId, mail, email, platform ?? false], em);
      if ((before?.email ?? null) !== email) {
        await this.database.change(UNPROVED, [accountId], em);
        if (email !== null) await this.ask(em, accountId);
      }
      return this.of(accountId, em);
    });
  }

  /** Sends another code; throws Refused when there is nothing to be proved. */
  async askAgain(accountId: number): Promise<void> {
    await this.database.transaction(async (em) => {
      const row = await this.row(accountId, em);
      if (!row?.email || row.verifiedAt) throw new Refused([NOTHING_TO_PROVE]);
      if (!this.channels.has('mail')) throw new Refused([{ code: NO_MAIL.code, message: NO_MAIL.message }]);
      await this.ask(em, accountId);
    });
  }

  private async ask(em: EntityManager, accountId: number): Promise<void> {
    await this.verification.ask(em, accountId);
    this.database.afterCommit(em, () => this.jobs.nudge('deliver'));
  }

  private checked({ mail, email, platform }: ChangePreferencesDto): string | null {
    const faults: FieldFault[] = [];
    if (!this.channels.has('mail')) {
      if (email) faults.push(NO_MAIL);
      if (mail !== 'none') faults.push({ ...NO_MAIL, field: 'mail' });
    }
    if (platform && !this.channels.has('webhook')) faults.push(NO_PLATFORM);
    const address = email ? addressFrom(email) : null;
    if (email && address === null) faults.push(NO_ADDRESS);
    if (faults.length > 0) throw new Invalid(faults);
    return address;
  }

  private async row(accountId: number, em?: EntityManager): Promise<NotificationPreference | undefined> {
    const sql = 'SELECT * FROM "notificationPreference" WHERE "accountId" = ?';
    const [row] = await this.database.rows<NotificationPreference>(sql, [accountId], em);
    return row;
  }
}

const NO_MAIL = {
  field: 'email',
  code: 'noMail',
  message: '本系统没有配置邮件服务，不能设置邮件通知；请联系系统管理员。',
};
const NO_PLATFORM = {
  field: 'platform',
  code: 'noPlatform',
  message: '本系统没有对接消息平台，不能设置；请联系系统管理员。',
};
const NO_ADDRESS = {
  field: 'email',
  code: 'noAddress',
  message: '「邮箱」不是可用的邮箱地址，请填写如 zhangsan@example.cn 的地址。',
};
const NOTHING_TO_PROVE = { code: 'nothingToProve', message: '没有等待验证的邮箱，请先填写邮箱地址。' };
