import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { IntegerColumn, JsonColumn, MomentColumn } from '../../platform/database/columns';
import type { DimensionCounts } from './evaluation-item.entity';

/** What one teller counted of one item on paper. The database itself lets nobody change or remove it (计票记录). */
@Entity('paperCount')
export class PaperCount {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  evaluationId: number;

  @IntegerColumn()
  round: number;

  /** Not a reference: the items of a round that was broken off may leave the agenda. */
  @IntegerColumn()
  itemId: number;

  /** Rises each time the two counts differ. */
  @IntegerColumn()
  attempt: number;

  @IntegerColumn()
  accountId: number;

  @MomentColumn()
  at: string;

  @IntegerColumn()
  issued: number;

  @IntegerColumn()
  collected: number;

  @IntegerColumn()
  spoiled: number;

  /** One for each dimension, or a single one for the whole. */
  @JsonColumn()
  marks: DimensionCounts[];
}
