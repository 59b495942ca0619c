import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { IntegerColumn, MomentColumn, WordColumn } from '../../platform/database/columns';

export const HIT_DECISIONS = ['accepted', 'masked', 'cut'] as const;
export type HitDecision = (typeof HIT_DECISIONS)[number];

/** A place that looks like personal data in what is to be published of a case, and what somebody decided about it. */
@Entity('publicationHit')
export class PublicationHit {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  proposalId: number;

  /** 0: in the text. */
  @IntegerColumn()
  attachmentId: number;

  @WordColumn(20)
  kind: string;

  /** As it stands there, full-width signs made narrow. */
  @WordColumn(500)
  text: string;

  @WordColumn(10, { nullable: true })
  decision: HitDecision | null;

  @IntegerColumn({ nullable: true })
  decidedBy: number | null;

  @MomentColumn({ nullable: true })
  decidedAt: string | null;
}
