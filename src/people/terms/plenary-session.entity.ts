import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { DayColumn, IntegerColumn, MomentColumn } from '../../platform/database/columns';

/** A plenary session of the committee (次会议). */
@Entity('plenarySession')
export class PlenarySession {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  termId: number;

  @IntegerColumn()
  number: number;

  @DayColumn()
  opensOn: string;

  @DayColumn()
  closesOn: string;

  /** The instant after which a proposal is one between sessions (平时提案). */
  @MomentColumn()
  submissionDeadline: string;

  /** The day by which every reply of this session is due, where the committee fixes one. */
  @DayColumn({ nullable: true })
  replyBy: string | null;

  /** The last case number given; numbering starts anew with each session. */
  @IntegerColumn()
  caseNoLast: number;

  @IntegerColumn()
  receiptNoLast: number;

  @IntegerColumn()
  version: number;
}
