import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import { IntegerColumn, MomentColumn, WordColumn } from '../../platform/database/columns';

/** A file that belongs to a proposal or to something recorded on it; its content lies under its hash. */
@Entity('attachment')
export class Attachment {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  proposalId: number;

  @WordColumn(20)
  ownerKind: 'proposal' | 'progress' | 'feedback' | 'promise';

  @IntegerColumn()
  ownerId: number;

  @WordColumn(200)
  name: string;

  @WordColumn(100)
  mime: string;

  @IntegerColumn()
  size: number;

  @WordColumn(64)
  hash: string;

  @IntegerColumn({ nullable: true })
  addedBy: number | null;

  @MomentColumn()
  addedAt: string;

  @MomentColumn({ nullable: true })
  removedAt: string | null;
}
