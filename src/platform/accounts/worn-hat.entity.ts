import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { DayColumn, IntegerColumn, MomentColumn, WordColumn } from '../database/columns';

/** A hat given to an account, from the first to the last day on which it counts. */
@Entity('wornHat')
export class WornHat {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  accountId: number;

  @WordColumn(40)
  hat: string;

  /** The body it is worn for, where the hat is worn for one. */
  @IntegerColumn({ nullable: true })
  scopeId: number | null;

  @DayColumn()
  since: string;

  @DayColumn({ nullable: true })
  until: string | null;

  /** Taken away before its time; the row stays, because tokens and the history refer to it. */
  @MomentColumn({ nullable: true })
  takenAt: string | null;
}
