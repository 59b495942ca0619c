import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { ReplyClass } from '../../lifecycle/facts';
import {
  FlagColumn,
  IntegerColumn,
  JsonColumn,
  MomentColumn,
  TextColumn,
  WordColumn,
} from '../../platform/database/columns';

/** The formal reply of a lead in one round; a draft until it is issued. */
@Entity('reply')
export class Reply {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  proposalId: number;

  @IntegerColumn()
  assignmentId: number;

  @IntegerColumn()
  round: number;

  @TextColumn()
  body: string;

  @WordColumn(1, { nullable: true })
  class: ReplyClass | null;

  /** The class it was issued with, kept when a B is later done and becomes A. */
  @WordColumn(1, { nullable: true })
  firstClass: ReplyClass | null;

  @JsonColumn()
  promises: { text: string; dueOn: string }[];

  @WordColumn(60)
  contactPerson: string;

  @WordColumn(40)
  contactPhone: string;

  @WordColumn(20, { nullable: true })
  publicity: string | null;

  @TextColumn({ nullable: true })
  publicityReason: string | null;

  @WordColumn(60, { nullable: true })
  docNo: string | null;

  @WordColumn(60, { nullable: true })
  signer: string | null;

  @FlagColumn()
  principalLeaderSigned: boolean;

  @IntegerColumn({ nullable: true })
  auditedBy: number | null;

  @MomentColumn({ nullable: true })
  auditedAt: string | null;

  @MomentColumn({ nullable: true })
  issuedAt: string | null;

  @IntegerColumn({ nullable: true })
  draftedBy: number | null;

  @MomentColumn()
  draftedAt: string;
}
