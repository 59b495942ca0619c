import { Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Mode, ProposalStage, Rating } from '../../lifecycle/facts';
import {
  FlagColumn,
  IntegerColumn,
  JsonColumn,
  MomentColumn,
  TextColumn,
  WordColumn,
} from '../../platform/database/columns';

/** A proposal with where it stands. Its text, sponsors and everything that happened are rows of their own. */
@Entity('proposal')
export class Proposal {
  @PrimaryGeneratedColumn()
  id: number;

  @IntegerColumn()
  sessionId: number;

  @WordColumn(20)
  stage: ProposalStage;

  /** Rises with every action: who acts on an older one is told what changed. */
  @IntegerColumn()
  version: number;

  @IntegerColumn()
  round: number;

  /** That of its newest text. */
  @WordColumn(200)
  subject: string;

  @WordColumn(20, { nullable: true })
  category: string | null;

  /** Its first sponsor is a body, not a person. */
  @FlagColumn()
  collective: boolean;

  @IntegerColumn()
  leadSponsorId: number;

  @IntegerColumn({ nullable: true })
  enteredBy: number | null;

  @FlagColumn()
  enteredOnBehalf: boolean;

  @JsonColumn()
  suggestedUnits: number[];

  @WordColumn(20, { nullable: true })
  publicityWish: string | null;

  @TextColumn({ nullable: true })
  publicityReason: string | null;

  @IntegerColumn()
  textVersion: number;

  @WordColumn(60, { nullable: true })
  convener: string | null;

  @MomentColumn({ nullable: true })
  convenerSignedAt: string | null;

  @IntegerColumn({ nullable: true })
  receiptNo: number | null;

  @IntegerColumn({ nullable: true })
  caseNo: number | null;

  @WordColumn(20, { nullable: true })
  origin: 'session' | 'between' | null;

  /** Why it was not filed, by the national list, and what became of it. */
  @WordColumn(40, { nullable: true })
  reasonCode: string | null;

  @WordColumn(40, { nullable: true })
  disposition: string | null;

  @TextColumn({ nullable: true })
  decisionNote: string | null;

  @TextColumn({ nullable: true })
  withdrawalReason: string | null;

  @MomentColumn({ nullable: true })
  withdrawalAskedAt: string | null;

  @IntegerColumn({ nullable: true })
  principalId: number | null;

  /** Of a principal case; the originals keep their own. */
  @WordColumn(200, { nullable: true })
  jointSubject: string | null;

  @JsonColumn({ nullable: true })
  jointOrder: number[] | null;

  @IntegerColumn({ nullable: true })
  officeId: number | null;

  @WordColumn(20, { nullable: true })
  mode: Mode | null;

  @FlagColumn()
  isKey: boolean;

  @WordColumn(100, { nullable: true })
  keyLeader: string | null;

  @IntegerColumn({ nullable: true })
  rehandlingDeclinedRound: number | null;

  @WordColumn(20, { nullable: true })
  grade: Rating | null;

  @FlagColumn({ nullable: true })
  gradePassed: boolean | null;

  @MomentColumn()
  draftedAt: string;

  @MomentColumn({ nullable: true })
  submittedAt: string | null;

  @MomentColumn({ nullable: true })
  filedAt: string | null;

  @MomentColumn({ nullable: true })
  handedOverAt: string | null;

  @MomentColumn({ nullable: true })
  repliedAt: string | null;

  @MomentColumn({ nullable: true })
  concludedAt: string | null;

  @MomentColumn({ nullable: true })
  archivedAt: string | null;
}
