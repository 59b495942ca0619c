import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { IntegerColumn, MomentColumn } from '../database/columns';

/** A history row somebody is to be told of, written in the same transaction; telling happens after the commit. */
@Entity('outbox')
export class OutboxRow {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  historyId: number;

  @MomentColumn()
  createdAt: string;

  @MomentColumn({ nullable: true })
  doneAt: string | null;

  @IntegerColumn({ default: 0 })
  attempts: number;

  /** When it is tried again after a failure. */
  @MomentColumn({ nullable: true })
  nextAt: string | null;
}
