import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { IntegerColumn, MomentColumn } from '../platform/database/columns';

/**
 * That somebody was told of an entry of the history, or reminded of a deadline: once, whatever happens (unique by entry
 * or reminder and account).
 */
@Entity('notification')
export class Notification {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn({ nullable: true })
  historyId: number | null;

  @IntegerColumn({ nullable: true })
  reminderId: number | null;

  @IntegerColumn()
  accountId: number;

  @MomentColumn()
  at: string;

  @MomentColumn({ nullable: true })
  readAt: string | null;
}
