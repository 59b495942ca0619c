import type { MachineName } from '../rule';
import { assignmentActions, evaluationActions, proposalActions, publicationActions } from './actions';
import { assignmentStages, evaluationStages, proposalStages, publicationStages } from './stages';

const ACTIONS: Record<MachineName, Record<string, string>> = {
  proposal: proposalActions,
  assignment: assignmentActions,
  evaluation: evaluationActions,
  publication: publicationActions,
};

const STAGES: Record<MachineName, Record<string, string>> = {
  proposal: proposalStages,
  assignment: assignmentStages,
  evaluation: evaluationStages,
  publication: publicationStages,
};

/** The Chinese word of an action or a stage whose name comes from a row; a name nobody knows is shown as it is. */
export const actionWord = (machine: MachineName, action: string): string =>
  ACTIONS[machine]?.[action] ?? action;
export const stageWord = (machine: MachineName, stage: string): string => STAGES[machine]?.[stage] ?? stage;
