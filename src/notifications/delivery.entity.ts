import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { DayColumn, IntegerColumn, MomentColumn, WordColumn } from '../platform/database/columns';

export const CHANNELS = ['mail', 'webhook'] as const;
export type ChannelName = (typeof CHANNELS)[number];

export const DELIVERY_STATES = ['waiting', 'sending', 'sent', 'failed', 'withheld', 'cancelled'] as const;

/** Something that is to leave the house, once on each channel; what it says is written when it leaves. */
@Entity('delivery')
export class Delivery {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  accountId: number;

  @WordColumn(10)
  channel: ChannelName;

  /** `code`: the proof that an address belongs to the account. */
  @WordColumn(20)
  kind: 'notification' | 'brief' | 'code';

  @IntegerColumn({ nullable: true })
  notificationId: number | null;

  /** The day of a brief: one for each account. */
  @DayColumn({ nullable: true })
  briefOn: string | null;

  @WordColumn(10)
  state: (typeof DELIVERY_STATES)[number];

  @IntegerColumn()
  attempts: number;

  @MomentColumn()
  nextAt: string;

  /** While it is being sent; whoever sends it has died when this has passed. */
  @MomentColumn({ nullable: true })
  leaseUntil: string | null;

  /** A code, neither content nor address: those who look after the outbox need not know what is written. */
  @WordColumn(100, { nullable: true })
  lastError: string | null;

  @WordColumn(200, { nullable: true })
  receipt: string | null;

  @MomentColumn()
  createdAt: string;

  @MomentColumn({ nullable: true })
  sentAt: string | null;
}
