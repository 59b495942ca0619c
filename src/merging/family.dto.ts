import { ApiProperty } from '../platform/web/documentation';
import { PROPOSAL_STAGES, type ProposalStage } from '../lifecycle/facts';
import type { Merging } from '../proposals/entities/merging.entity';
import { MERGE_ANSWERS } from './merging.dto';

/** A case of the family as it was filed: the original stays whole. */
export class MemberDto {
  id: number;
  subject: string;

  @ApiProperty({ enum: PROPOSAL_STAGES })
  stage: ProposalStage;

  /** How it is cited; null before it has a case number. */
  citation: string | null;
}

export class PrincipalDto extends MemberDto {
  /** What it is called while others follow it. */
  jointSubject: string | null;
}

export class FamilySponsorDto {
  sponsorId: number;
  name: string;
  /** The first sponsor of one of the cases: gets the reply and rates. */
  first: boolean;
}

export class MergeConsentDto {
  sponsorId: number;
  name: string;

  /** Null is no answer. */
  @ApiProperty({ enum: MERGE_ANSWERS, nullable: true })
  answer: (typeof MERGE_ANSWERS)[number] | null;

  note: string | null;
  answeredAt: string | null;
}

export class PastMergingDto {
  id: number;
  followerId: number;
  principalId: number;

  @ApiProperty({ enum: ['proposed', 'done', 'dropped', 'undone'] })
  state: Merging['state'];

  reason: string | null;
  proposedAt: string;
  doneAt: string | null;
  undoneAt: string | null;
  endReason: string | null;
  consents: MergeConsentDto[];
}

export class FamilyDto {
  /** Null when the reader may not see it. */
  principal: PrincipalDto | null;
  /** In the order in which they were filed. */
  followers: MemberDto[];
  /** Of the whole case, in order, each once. */
  sponsors: FamilySponsorDto[];
  /** What was proposed, done and undone; for committee and sponsors. */
  mergings: PastMergingDto[];
}
