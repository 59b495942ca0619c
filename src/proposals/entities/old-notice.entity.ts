import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import {
  DayColumn,
  IntegerColumn,
  JsonColumn,
  MomentColumn,
  TextColumn,
  WordColumn,
} from '../../platform/database/columns';

export const OLD_NOTICE_STAGES = ['waiting', 'confirmed', 'rejected'] as const;
export type OldNoticeStage = (typeof OLD_NOTICE_STAGES)[number];

/** A notice issued before this record began: its text as it was read in, and what was understood of it. */
@Entity('oldNotice')
export class OldNotice {
  @PrimaryGeneratedColumn()
  id: number;

  @WordColumn(20)
  stage: OldNoticeStage;

  @IntegerColumn()
  version: number;

  @WordColumn(200)
  title: string;

  @DayColumn()
  datedOn: string;

  /** Whole and unchanged: also what was left out stays here. */
  @TextColumn()
  text: string;

  @WordColumn(64)
  textHash: string;

  @JsonColumn()
  reading: object;

  @IntegerColumn({ nullable: true })
  importedBy: number | null;

  @MomentColumn()
  importedAt: string;

  @IntegerColumn({ nullable: true })
  decidedBy: number | null;

  @MomentColumn({ nullable: true })
  decidedAt: string | null;

  @TextColumn({ nullable: true })
  reason: string | null;

  /** What readers get, once it has been confirmed. */
  @IntegerColumn({ nullable: true })
  noticeId: number | null;
}
