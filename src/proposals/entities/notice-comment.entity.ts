import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import {
  IntegerColumn,
  JsonColumn,
  MomentColumn,
  TextColumn,
  WordColumn,
} from '../../platform/database/columns';

export const COMMENT_STATES = ['held', 'released', 'refused'] as const;
export type CommentState = (typeof COMMENT_STATES)[number];

/** What somebody of the public wrote about a notice or one of its items. Of who it was nothing is kept. */
@Entity('noticeComment')
export class NoticeComment {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  noticeId: number;

  /** Null: about the notice as a whole. */
  @IntegerColumn({ nullable: true })
  itemId: number | null;

  /** Readers see what is released and nothing else. */
  @WordColumn(10)
  state: CommentState;

  @IntegerColumn()
  version: number;

  @TextColumn()
  text: string;

  /** The same for texts that differ in blanks, signs and case only. */
  @WordColumn(64)
  textKey: string;

  /** Of the form it was written in, which can be sent once. */
  @WordColumn(22)
  nonce: string;

  /** Places that look like personal data, found when it arrived. */
  @JsonColumn()
  findings: { kind: string; text: string }[];

  @MomentColumn()
  receivedAt: string;

  @MomentColumn({ nullable: true })
  decidedAt: string | null;

  @IntegerColumn({ nullable: true })
  decidedBy: number | null;

  @TextColumn({ nullable: true })
  refusedReason: string | null;

  @TextColumn({ nullable: true })
  answer: string | null;

  @MomentColumn({ nullable: true })
  answeredAt: string | null;

  @IntegerColumn({ nullable: true })
  answeredBy: number | null;
}
