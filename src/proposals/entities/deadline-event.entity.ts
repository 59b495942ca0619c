import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { DayColumn, IntegerColumn, MomentColumn, WordColumn } from '../../platform/database/columns';

/** Start, pause, resume, extension or stop of a deadline, in the order recorded. */
@Entity('deadlineEvent')
export class DeadlineEvent {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  deadlineId: number;

  @WordColumn(20)
  kind: string;

  @DayColumn()
  onDay: string;

  @MomentColumn()
  at: string;

  /** The day given at the start, or that an extension extends to. */
  @DayColumn({ nullable: true })
  until: string | null;

  /** The moment hours never run past. */
  @MomentColumn({ nullable: true })
  latest: string | null;

  @IntegerColumn({ nullable: true })
  historyId: number | null;
}
