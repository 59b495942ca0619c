import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { IntegerColumn, MomentColumn, TextColumn, WordColumn } from '../../platform/database/columns';

export const SITUATIONS = ['done', 'underWay', 'delayed'] as const;
export type Situation = (typeof SITUATIONS)[number];

/** What a follow-up asks of one unit about one promise, or about a class-B reply that has none open; and the answer. */
@Entity('followUpRequest')
export class FollowUpRequest {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  followUpId: number;

  @IntegerColumn()
  proposalId: number;

  @IntegerColumn()
  assignmentId: number;

  @IntegerColumn({ nullable: true })
  promiseId: number | null;

  @MomentColumn()
  askedAt: string;

  @WordColumn(10)
  state: 'open' | 'answered' | 'unanswered';

  @WordColumn(10, { nullable: true })
  situation: Situation | null;

  @TextColumn({ nullable: true })
  evidence: string | null;

  @IntegerColumn({ nullable: true })
  answeredBy: number | null;

  @MomentColumn({ nullable: true })
  answeredAt: string | null;
}
