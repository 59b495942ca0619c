import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Environment } from '../../../config/environment';
import type { ChannelName } from '../delivery.entity';
import type { Channel } from './channel';
import { MailChannel } from './mail-channel';
import { WebhookChannel } from './webhook-channel';

/** The ways out that this installation has: those whose settings are there. */
@Injectable()
export class Channels implements OnModuleDestroy {
  readonly all: readonly Channel[];

  constructor(environment: Environment) {
    this.all = [
      ...(environment.smtpUrl ? [new MailChannel(environment)] : []),
      ...(environment.webhookUrl ? [new WebhookChannel(environment)] : []),
    ];
  }

  has(name: ChannelName): boolean {
    return this.all.some((channel) => channel.name === name);
  }

  onModuleDestroy(): void {
    for (const channel of this.all) channel.close();
  }
}
