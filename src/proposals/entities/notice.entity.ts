import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { PublicationStage } from '../../lifecycle/facts';
import {
  DayColumn,
  IntegerColumn,
  MomentColumn,
  TextColumn,
  WordColumn,
} from '../../platform/database/columns';

/** A public notice (公示). */
@Entity('notice')
export class Notice {
  @PrimaryGeneratedColumn()
  id: number;

  @WordColumn(20)
  stage: PublicationStage;

  @IntegerColumn()
  version: number;

  @WordColumn(200)
  title: string;

  @TextColumn()
  preface: string;

  @WordColumn(100)
  issuer: string;

  @WordColumn(200)
  contactAddress: string;

  @WordColumn(40)
  contactPhone: string;

  @DayColumn()
  datedOn: string;

  @IntegerColumn({ nullable: true })
  preparedBy: number | null;

  @IntegerColumn({ nullable: true })
  approvedBy: number | null;

  @IntegerColumn({ nullable: true })
  issuedBy: number | null;

  @MomentColumn({ nullable: true })
  issuedAt: string | null;

  @MomentColumn({ nullable: true })
  scheduledFor: string | null;

  @IntegerColumn({ nullable: true })
  scheduledBy: number | null;

  @MomentColumn({ nullable: true })
  correctedAt: string | null;

  @MomentColumn({ nullable: true })
  takenDownAt: string | null;

  @TextColumn({ nullable: true })
  takenDownReason: string | null;
}
