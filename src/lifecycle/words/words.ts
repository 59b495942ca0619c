import type { MachineName } from '../rule';
import {
  assignmentActions,
  calendarActions,
  commentActions,
  evaluationActions,
  proposalActions,
  publicationActions,
} from './actions';
import {
  assignmentStages,
  calendarStages,
  commentStages,
  evaluationStages,
  proposalStages,
  publicationStages,
} from './stages';

/**
 * What an entry of the history that people are told of may be about: the machines, the calendar they count by, and what
 * the public writes about notices.
 */
export type KindName = MachineName | 'calendar' | 'comment';

const ACTIONS: Record<KindName, Record<string, string>> = {
  proposal: proposalActions,
  assignment: assignmentActions,
  evaluation: evaluationActions,
  publication: publicationActions,
  calendar: calendarActions,
  comment: commentActions,
};

const STAGES: Record<KindName, Record<string, string>> = {
  proposal: proposalStages,
  assignment: assignmentStages,
  evaluation: evaluationStages,
  publication: publicationStages,
  calendar: calendarStages,
  comment: commentStages,
};

/** The Chinese word of an action or a stage whose name comes from a row; a name nobody knows is shown as it is. */
export const actionWord = (machine: KindName, action: string): string => ACTIONS[machine]?.[action] ?? action;
export const stageWord = (machine: KindName, stage: string): string => STAGES[machine]?.[stage] ?? stage;
