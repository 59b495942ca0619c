import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Outcome } from '../../lifecycle/facts';
import { IntegerColumn, MomentColumn, TextColumn, WordColumn } from '../../platform/database/columns';

/** A preliminary outcome of the examination, open until the director has looked. */
@Entity('recommendation')
export class Recommendation {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  proposalId: number;

  @WordColumn(20)
  outcome: Outcome;

  @WordColumn(40, { nullable: true })
  reasonCode: string | null;

  @WordColumn(40, { nullable: true })
  disposition: string | null;

  @TextColumn({ nullable: true })
  reason: string | null;

  @IntegerColumn({ nullable: true })
  byAccountId: number | null;

  @MomentColumn()
  at: string;

  @WordColumn(20)
  state: 'open' | 'confirmed' | 'overruled';
}
