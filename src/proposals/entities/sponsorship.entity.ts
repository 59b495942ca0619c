import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Signature } from '../../lifecycle/facts';
import { IntegerColumn, MomentColumn, TextColumn, WordColumn } from '../../platform/database/columns';

/** One sponsor of a proposal, with the signature and a snapshot of the contact. */
@Entity('sponsorship')
export class Sponsorship {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  proposalId: number;

  @IntegerColumn()
  sponsorId: number;

  /** 1 is the first sponsor; the order is the sponsors' own. */
  @IntegerColumn()
  place: number;

  @WordColumn(20)
  signature: Signature;

  /** The version of the text that was signed. */
  @IntegerColumn({ nullable: true })
  signedVersion: number | null;

  @TextColumn({ nullable: true })
  opinion: string | null;

  @MomentColumn({ nullable: true })
  invitedAt: string | null;

  @MomentColumn({ nullable: true })
  answeredAt: string | null;

  @WordColumn(100)
  name: string;

  @WordColumn(60, { nullable: true })
  contactName: string | null;

  @WordColumn(100, { nullable: true })
  contactPost: string | null;

  @WordColumn(40, { nullable: true })
  contactPhone: string | null;
}
