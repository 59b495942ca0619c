import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import {
  DayColumn,
  FlagColumn,
  IntegerColumn,
  MomentColumn,
  TextColumn,
} from '../../platform/database/columns';

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

  /** As the reply has it, whatever was carried over since. */
  @DayColumn()
  firstDueOn: string;

  @TextColumn({ nullable: true })
  evidence: string | null;

  @DayColumn({ nullable: true })
  keptOn: string | null;

  @MomentColumn({ nullable: true })
  keptAt: string | null;

  @IntegerColumn({ nullable: true })
  keptBy: number | null;

  @MomentColumn({ nullable: true })
  confirmedAt: string | null;

  @IntegerColumn({ nullable: true })
  confirmedBy: number | null;

  /** Why the evidence was not good enough, until there is better. */
  @TextColumn({ nullable: true })
  rejection: string | null;

  @FlagColumn()
  isPublic: boolean;

  /** The words cleared for the public. */
  @TextColumn({ nullable: true })
  publicText: string | null;
}
