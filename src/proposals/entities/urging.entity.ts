import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { IntegerColumn, MomentColumn, TextColumn } from '../../platform/database/columns';

/** A numbered urging letter (催办函) of the committee. */
@Entity('urging')
export class Urging {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  proposalId: number;

  @IntegerColumn()
  sessionId: number;

  @IntegerColumn()
  number: number;

  @TextColumn()
  body: string;

  @IntegerColumn({ nullable: true })
  issuedBy: number | null;

  @MomentColumn()
  issuedAt: string;
}
