import { Module, type OnModuleInit } from '@nestjs/common';
import { HealthModule } from '../platform/health/health.module';
import { JobRegister } from '../platform/queue/job-register';
import { Briefs } from './briefs';
import { ChannelWatch } from './channels/channel-watch';
import { Channels } from './channels/channels';
import { Deliveries } from './deliveries';
import { DeliveriesApi } from './deliveries.api';
import { DeliveryDesk } from './delivery-desk.service';
import { DeliveryRows } from './delivery-rows';
import { InboxService } from './inbox.service';
import { DeliveryGauges } from './metrics/delivery-gauges';
import { NotificationsApi } from './notifications.api';
import { Letters } from './letters/letters';
import { Links } from './letters/links';
import { OutboxApi } from './outbox.api';
import { PreferencesApi } from './preferences.api';
import { Preferences } from './preferences.service';
import { Relay } from './relay';
import { Ringing } from './ringing';
import { Sender } from './sender';
import { Verification } from './verification.service';

@Module({
  imports: [HealthModule],
  controllers: [NotificationsApi, PreferencesApi, DeliveriesApi, OutboxApi],
  providers: [
    Relay,
    InboxService,
    Deliveries,
    Briefs,
    Channels,
    ChannelWatch,
    DeliveryDesk,
    DeliveryRows,
    Letters,
    Links,
    Preferences,
    Ringing,
    Sender,
    Verification,
    DeliveryGauges,
  ],
  exports: [Relay, Deliveries, Briefs, DeliveryDesk, InboxService, Preferences],
})
export class NotificationsModule implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegister,
    private readonly relay: Relay,
    private readonly deliveries: Deliveries,
    private readonly briefs: Briefs,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('relay', { run: () => this.relay.drain(), everyMs: 30_000 });
    this.jobs.handle('deliver', { run: () => this.deliveries.send(), everyMs: 30_000 });
    this.jobs.handle('brief', { run: () => this.briefs.plan(), everyMs: 600_000 });
  }
}
