import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import {
  FlagColumn,
  IntegerColumn,
  JsonColumn,
  MomentColumn,
  WordColumn,
} from '../../platform/database/columns';

/** That a file of a case may be published, and the cleaned copy which alone readers get. */
@Entity('attachmentRelease')
export class AttachmentRelease {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  proposalId: number;

  @IntegerColumn()
  attachmentId: number;

  /** Of the copy, with what was masked in the name. */
  @WordColumn(200)
  name: string;

  @WordColumn(100)
  mime: string;

  @IntegerColumn()
  size: number;

  @WordColumn(64)
  hash: string;

  /** What was found in the original and is not in the copy any more. */
  @JsonColumn()
  findings: { code: string; count: number }[];

  /** Somebody has looked through what no program can look into. */
  @FlagColumn()
  confirmed: boolean;

  @IntegerColumn({ nullable: true })
  releasedBy: number | null;

  @MomentColumn()
  releasedAt: string;

  @MomentColumn({ nullable: true })
  withdrawnAt: string | null;
}
