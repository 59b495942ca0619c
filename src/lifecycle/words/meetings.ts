import type { BallotKind, EvaluationObjects } from '../facts';

/** How a meeting votes. */
export const ballotKinds: Record<BallotKind, string> = {
  electronic: '电子投票',
  paper: '纸质选票',
  both: '电子与纸质并用',
};

/** What a meeting rates. */
export const evaluationObjects: Record<EvaluationObjects, string> = {
  proposals: '重点提案',
  units: '承办单位',
};
