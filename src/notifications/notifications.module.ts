import { Module } from '@nestjs/common';
import { Background } from './background';
import { InboxService } from './inbox.service';
import { NotificationsApi } from './notifications.api';
import { Relay } from './relay';

@Module({
  controllers: [NotificationsApi],
  providers: [Relay, InboxService, Background],
  exports: [Relay, Background],
})
export class NotificationsModule {}
