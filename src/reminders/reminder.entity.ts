import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { DayColumn, IntegerColumn, MomentColumn, WordColumn } from '../platform/database/columns';

/** That a deadline was reminded of: once for each rung, repetition and due day, whatever happens (unique). */
@Entity('reminder')
export class ReminderRow {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  deadlineId: number;

  /** Level, distance and repetition, as in `red+1w#2`. */
  @WordColumn(20)
  kind: string;

  @WordColumn(10)
  level: string;

  /** Its place in the ladder as that was then. */
  @IntegerColumn()
  rung: number;

  /** The day of the rung, which missed days may have put before the day it was given. */
  @DayColumn()
  onDay: string;

  /** When the deadline was due then: what was extended since may be reminded of again. */
  @DayColumn()
  dueOn: string;

  @MomentColumn()
  at: string;
}
