import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { IntegerColumn, MomentColumn, TextColumn, WordColumn } from '../../platform/database/columns';

/** What a first sponsor said when asked to merge; no answer stays no answer. */
@Entity('mergeAnswer')
export class MergeAnswer {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  mergingId: number;

  @IntegerColumn()
  sponsorId: number;

  @WordColumn(20, { nullable: true })
  answer: 'agreed' | 'objected' | null;

  @TextColumn({ nullable: true })
  note: string | null;

  @MomentColumn({ nullable: true })
  answeredAt: string | null;

  @IntegerColumn({ nullable: true })
  answeredBy: number | null;
}
