import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { IntegerColumn, MomentColumn, TextColumn, WordColumn } from '../../platform/database/columns';

export const DECISIONS = ['same', 'notTheSame'] as const;
export type Decision = (typeof DECISIONS)[number];

/** What an examiner found of two cases. Rows are only added: the newest of a pair counts. */
@Entity('likenessDecision')
export class LikenessDecision {
  @PrimaryGeneratedColumn()
  id: number;

  /** The smaller number of the two. */
  @IntegerColumn()
  lowId: number;

  @IntegerColumn()
  highId: number;

  @WordColumn(20)
  decision: Decision;

  @TextColumn({ nullable: true })
  note: string | null;

  /** What the examiner was shown. */
  @IntegerColumn()
  score: number;

  @IntegerColumn({ nullable: true })
  decidedBy: number | null;

  @WordColumn(100)
  decidedByName: string;

  @MomentColumn()
  decidedAt: string;
}
