import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { DayColumn, IntegerColumn, MomentColumn, TextColumn } from '../../platform/database/columns';

/** What a class-B reply promised, with its date. */
@Entity('promise')
export class Promise {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  proposalId: number;

  @IntegerColumn()
  assignmentId: number;

  @IntegerColumn()
  replyId: number;

  @TextColumn()
  text: string;

  @DayColumn()
  dueOn: string;

  @TextColumn({ nullable: true })
  evidence: string | null;

  @DayColumn({ nullable: true })
  keptOn: string | null;

  @MomentColumn({ nullable: true })
  keptAt: string | null;
}
