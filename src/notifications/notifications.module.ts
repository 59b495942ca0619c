import { Module, type OnModuleInit } from '@nestjs/common';
import { JobRegister } from '../platform/queue/job-register';
import { Deliveries } from './deliveries';
import { InboxService } from './inbox.service';
import { NotificationsApi } from './notifications.api';
import { Relay } from './relay';

@Module({
  controllers: [NotificationsApi],
  providers: [Relay, Deliveries, InboxService],
  exports: [Relay, Deliveries],
})
export class NotificationsModule implements OnModuleInit {
  constructor(
    private readonly jobs: JobRegister,
    private readonly relay: Relay,
  ) {}

  onModuleInit(): void {
    this.jobs.handle('relay', { run: () => this.relay.drain(), everyMs: 30_000 });
  }
}
