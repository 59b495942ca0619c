import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { DayColumn, IntegerColumn, MomentColumn, TextColumn } from '../../platform/database/columns';

/** What a unit has done so far. */
@Entity('progressReport')
export class ProgressReport {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  proposalId: number;

  @IntegerColumn()
  assignmentId: number;

  @DayColumn()
  reportedOn: string;

  @TextColumn()
  text: string;

  @IntegerColumn({ nullable: true })
  reportedBy: number | null;

  @MomentColumn()
  reportedAt: string;
}
