import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import {
  DayColumn,
  IntegerColumn,
  MomentColumn,
  TextColumn,
  WordColumn,
} from '../../platform/database/columns';

/** A yearly look back (回头看) at what replies of class B came to: of one session, or of the replies of one year. */
@Entity('followUp')
export class FollowUp {
  @PrimaryGeneratedColumn()
  id: number;

  @WordColumn(200)
  title: string;

  @IntegerColumn({ nullable: true })
  sessionId: number | null;

  @IntegerColumn({ nullable: true })
  year: number | null;

  @DayColumn()
  dueOn: string;

  @TextColumn({ nullable: true })
  note: string | null;

  @IntegerColumn({ nullable: true })
  startedBy: number | null;

  @MomentColumn()
  startedAt: string;

  @IntegerColumn({ nullable: true })
  closedBy: number | null;

  @MomentColumn({ nullable: true })
  closedAt: string | null;
}
