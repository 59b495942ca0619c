import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Rating } from '../../lifecycle/facts';
import {
  FlagColumn,
  IntegerColumn,
  MomentColumn,
  TextColumn,
  WordColumn,
} from '../../platform/database/columns';

/** What a first sponsor says of a round months after its reply; a table of its own, so that nobody counts it with the first. */
@Entity('secondRating')
export class SecondRating {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  proposalId: number;

  @IntegerColumn()
  sponsorId: number;

  @IntegerColumn()
  round: number;

  /** `lapsed`: the case was handled anew before they answered. */
  @WordColumn(10)
  state: 'open' | 'given' | 'noAnswer' | 'lapsed';

  @MomentColumn()
  openedAt: string;

  @WordColumn(20, { nullable: true })
  attitude: Rating | null;

  @WordColumn(20, { nullable: true })
  result: Rating | null;

  /** Whether what was promised has been done, as the sponsor sees it. */
  @FlagColumn({ nullable: true })
  kept: boolean | null;

  @TextColumn({ nullable: true })
  text: string | null;

  @IntegerColumn({ nullable: true })
  answeredBy: number | null;

  @MomentColumn({ nullable: true })
  answeredAt: string | null;
}
