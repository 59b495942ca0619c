import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Rating } from '../../lifecycle/facts';
import {
  FlagColumn,
  IntegerColumn,
  MomentColumn,
  TextColumn,
  WordColumn,
} from '../../platform/database/columns';

/** A first sponsor's opinion of one round: attitude and result apart, no default for anything. */
@Entity('feedbackForm')
export class FeedbackForm {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  proposalId: number;

  @IntegerColumn()
  sponsorId: number;

  @IntegerColumn()
  round: number;

  @WordColumn(20)
  attitude: Rating;

  @WordColumn(20)
  result: Rating;

  @FlagColumn()
  met: boolean;

  @WordColumn(20, { nullable: true })
  metHow: string | null;

  @FlagColumn()
  answersPoints: boolean;

  @TextColumn({ nullable: true })
  text: string | null;

  @IntegerColumn({ nullable: true })
  enteredBy: number | null;

  @FlagColumn()
  onBehalf: boolean;

  @IntegerColumn({ nullable: true })
  scanId: number | null;

  @MomentColumn()
  enteredAt: string;
}
