import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { IntegerColumn, MomentColumn } from '../platform/database/columns';

/** That somebody was told of an entry of the history: once, whatever happens (unique by entry and account). */
@Entity('notification')
export class Notification {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  historyId: number;

  @IntegerColumn()
  accountId: number;

  @MomentColumn()
  at: string;

  @MomentColumn({ nullable: true })
  readAt: string | null;
}
