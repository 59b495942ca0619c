import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import {
  FlagColumn,
  IntegerColumn,
  MomentColumn,
  TextColumn,
  WordColumn,
} from '../../platform/database/columns';

/** The word of sponsor, unit or committee on publishing. */
@Entity('publicationConsent')
export class PublicationConsent {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  proposalId: number;

  @WordColumn(20)
  party: 'sponsor' | 'unit' | 'committee';

  /** The sponsor's or unit's id; 0 for the committee. */
  @IntegerColumn()
  partyId: number;

  @WordColumn(20)
  answer: 'agreed' | 'objected';

  @TextColumn({ nullable: true })
  note: string | null;

  /** Staff entered what a sponsor said by telephone or on paper. */
  @FlagColumn()
  onBehalf: boolean;

  @IntegerColumn({ nullable: true })
  byAccountId: number | null;

  @MomentColumn()
  at: string;
}
