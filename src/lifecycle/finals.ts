import type { AssignmentStage, EvaluationStage, ProposalStage, PublicationStage } from './facts';

/** Where nobody owes anything any more. `merged` ends a case's own way; un-merging is the one road back. */
export const FINAL_PROPOSAL_STAGES: readonly ProposalStage[] = [
  'archived',
  'notFiled',
  'withdrawn',
  'merged',
];
export const FINAL_ASSIGNMENT_STAGES: readonly AssignmentStage[] = ['issued', 'opinionGiven', 'released'];
export const FINAL_EVALUATION_STAGES: readonly EvaluationStage[] = ['announced', 'cancelled'];
/** An issued notice stays until it is corrected or taken down. */
export const FINAL_PUBLICATION_STAGES: readonly PublicationStage[] = ['issued', 'takenDown', 'discarded'];
