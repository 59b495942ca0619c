import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import { Health } from '../../platform/health/health';
import type { ChannelName } from '../delivery.entity';
import { Channels } from './channels';

// One mailbox that asks for patience is not our trouble, until it goes on asking.
const STUCK = `SELECT COUNT(*) AS "number", MAX("lastError") AS "code" FROM "delivery"
  WHERE "channel" = ? AND "state" = 'waiting' AND "lastError" IS NOT NULL
    AND ("attempts" >= 3 OR ("lastError" NOT LIKE '%RCPT TO' AND "lastError" NOT LIKE '%DATA'))`;

const WORDS: Record<ChannelName, string> = {
  mail: '邮件暂时发不出去，请检查邮件服务器与 SMTP_URL (mails cannot be sent)',
  webhook: '消息平台暂时无法送达，请检查对方服务与 WEBHOOK_URL (the messaging platform cannot be reached)',
};

/** Says on the health page when nothing gets through on a way out of the house. */
@Injectable()
export class ChannelWatch implements OnModuleInit {
  constructor(
    private readonly health: Health,
    private readonly database: Database,
    private readonly channels: Channels,
  ) {}

  onModuleInit(): void {
    for (const { name } of this.channels.all) this.health.watch(name, () => this.trouble(name));
  }

  private async trouble(channel: ChannelName): Promise<string | undefined> {
    const [{ number, code }] = await this.database.rows<{ number: number; code: string }>(STUCK, [channel]);
    return number > 0 ? `${WORDS[channel]}；${number} 件等待重发：${code}` : undefined;
  }
}
