import type { EvaluationSheets } from '../../evaluation/evaluation-sheets.service';

export type MeetingSheet = Awaited<ReturnType<EvaluationSheets['read']>>;
export type MeetingItem = MeetingSheet['items'][number];
export type RollVoter = MeetingSheet['voters'][number];

/** Whether the rulebook lets the reader do it now, nothing standing in the way. */
export const canDo = ({ actions }: Pick<MeetingSheet, 'actions'>, action: string): boolean =>
  actions.some((each) => each.action === action && each.reasons.length === 0);

/** Whether it is the reader's to do at all in this stage. */
export const isTheirs = ({ actions }: Pick<MeetingSheet, 'actions'>, action: string): boolean =>
  actions.some((each) => each.action === action);

export const usesPaper = ({ ballots }: Pick<MeetingSheet, 'ballots'>): boolean => ballots !== 'electronic';
export const votesElectronically = ({ ballots }: Pick<MeetingSheet, 'ballots'>): boolean =>
  ballots !== 'paper';
