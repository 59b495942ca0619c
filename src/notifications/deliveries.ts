import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** What goes out beside the inbox: mails and messages to other platforms, as rows that are worked off. */
@Injectable()
export class Deliveries {
  /** Adds what these notifications are to be sent as, according to what each recipient wishes. */
  async plan(_em: EntityManager, _notificationIds: readonly number[]): Promise<void> {}
}
