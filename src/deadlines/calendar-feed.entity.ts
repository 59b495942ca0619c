import { Entity, PrimaryColumn } from 'typeorm';
import { DayColumn, MomentColumn, WordColumn } from '../platform/database/columns';

/** The secret address under which a calendar program reads what an account owes; one for each account. */
@Entity('calendarFeed')
export class CalendarFeed {
  @PrimaryColumn('integer')
  accountId: number;

  /** Fingerprint of the secret: the address itself is shown once and kept nowhere. */
  @WordColumn(64)
  hash: string;

  @MomentColumn()
  createdAt: string;

  @DayColumn({ nullable: true })
  readOn: string | null;
}
