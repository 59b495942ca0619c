import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import {
  IntegerColumn,
  JsonColumn,
  MomentColumn,
  TextColumn,
  WordColumn,
} from '../../platform/database/columns';

/** A version of a proposal's text. What somebody has signed or submitted is never rewritten. */
@Entity('proposalText')
export class ProposalText {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  proposalId: number;

  @IntegerColumn()
  version: number;

  @WordColumn(20)
  kind: 'sponsor' | 'correction' | 'restored';

  @WordColumn(200)
  subject: string;

  @TextColumn()
  situation: string;

  @TextColumn()
  analysis: string;

  @JsonColumn()
  recommendations: string[];

  @IntegerColumn({ nullable: true })
  byAccountId: number | null;

  @MomentColumn()
  at: string;

  @TextColumn({ nullable: true })
  note: string | null;
}
