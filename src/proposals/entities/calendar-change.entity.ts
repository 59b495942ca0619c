import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { CalendarEntry } from '../../lifecycle/calendar-changes';
import {
  IntegerColumn,
  JsonColumn,
  MomentColumn,
  TextColumn,
  WordColumn,
} from '../../platform/database/columns';

/** A change of the calendar. Its id is the revision that deadlines were counted with; rows are only ever added. */
@Entity('calendarChange')
export class CalendarChangeRow {
  @PrimaryGeneratedColumn()
  id: number;

  @MomentColumn()
  at: string;

  @IntegerColumn({ nullable: true })
  accountId: number | null;

  /** From the settings, from a published list, or one day set by hand. */
  @WordColumn(10)
  origin: 'file' | 'list' | 'day';

  /** The year whose arrangement is replaced; null for single days. */
  @IntegerColumn({ nullable: true })
  year: number | null;

  @JsonColumn()
  entries: CalendarEntry[];

  /** The notice it rests on, or the reason. */
  @TextColumn()
  source: string;
}
