import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Rating } from '../../lifecycle/facts';
import { FlagColumn, IntegerColumn, JsonColumn, WordColumn } from '../../platform/database/columns';

/** How often each choice was made for one dimension of an item. */
export interface DimensionCounts extends Readonly<Record<Rating | 'abstained', number>> {
  readonly code: string;
}

/** A proposal or a unit on the agenda, and after closing the counts: nothing else of the ballots is kept. */
@Entity('evaluationItem')
export class EvaluationItem {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  evaluationId: number;

  @IntegerColumn({ nullable: true })
  proposalId: number | null;

  @IntegerColumn({ nullable: true })
  unitId: number | null;

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

  /** Where dimensions are marked: instead of the four counts above. */
  @JsonColumn({ nullable: true })
  dimensions: DimensionCounts[] | null;

  @IntegerColumn({ nullable: true })
  collected: number | null;

  /** Papers that say nothing or too much about this item. */
  @IntegerColumn({ nullable: true })
  spoiled: number | null;

  @WordColumn(20, { nullable: true })
  grade: Rating | null;

  @FlagColumn({ nullable: true })
  passed: boolean | null;
}
