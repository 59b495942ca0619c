import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { IntegerColumn, MomentColumn, TextColumn, WordColumn } from '../../platform/database/columns';

/** A co-handler's opinion to the lead, with its own document number. Never sent to the sponsor. */
@Entity('coOpinion')
export class CoOpinion {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  proposalId: number;

  @IntegerColumn()
  assignmentId: number;

  @WordColumn(60)
  docNo: string;

  @TextColumn()
  body: string;

  @WordColumn(60)
  signer: string;

  @IntegerColumn({ nullable: true })
  givenBy: number | null;

  @MomentColumn()
  givenAt: string;
}
