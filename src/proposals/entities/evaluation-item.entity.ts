import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Rating } from '../../lifecycle/facts';
import { FlagColumn, IntegerColumn, WordColumn } from '../../platform/database/columns';

/** A proposal on the agenda, and after closing the counts: nothing else of the ballots is kept. */
@Entity('evaluationItem')
export class EvaluationItem {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  evaluationId: number;

  @IntegerColumn()
  proposalId: number;

  @IntegerColumn()
  place: number;

  @IntegerColumn({ nullable: true })
  satisfied: number | null;

  @IntegerColumn({ nullable: true })
  basicallySatisfied: number | null;

  @IntegerColumn({ nullable: true })
  dissatisfied: number | null;

  @IntegerColumn({ nullable: true })
  abstained: number | null;

  @WordColumn(20, { nullable: true })
  grade: Rating | null;

  @FlagColumn({ nullable: true })
  passed: boolean | null;
}
