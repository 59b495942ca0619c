import { Choice, Id } from '../platform/web/fields';
import { PageQuery } from '../platform/web/page.dto';
import { CHANNELS, DELIVERY_STATES } from './delivery.entity';

export class DeliveriesQuery extends PageQuery {
  @Choice('状态', DELIVERY_STATES, { optional: true })
  state?: string | null;

  @Choice('渠道', CHANNELS, { optional: true })
  channel?: string | null;

  @Id('账号', { optional: true })
  accountId?: number | null;
}

/** That something leaves, and how it goes; nothing of what it says or where exactly it goes. */
export class DeliveryDto {
  id: number;
  accountId: number;
  account: string;
  channel: string;
  kind: string;
  state: string;
  attempts: number;

  /** A code such as `SMTP 451 RCPT TO`, or why it was withheld. */
  lastError: string | null;
  createdAt: string;
  nextAt: string;
  sentAt: string | null;
}

export class DeliveriesPage {
  items: DeliveryDto[];
  total: number;
  page: number;
  size: number;
}

export class DeliveryStateDto {
  id: number;
  state: string;
}
