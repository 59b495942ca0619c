import type { EvaluationFacts } from '../lifecycle/facts';

type Holders = Pick<EvaluationFacts, 'ballots' | 'present' | 'voted' | 'papers'>;

/**
 * Ballots issued: electronically one for everybody who is there; on paper, one for everybody who took one. Whoever
 * leaves without having voted hands it back, and whoever has voted or holds a paper has had it, there or not.
 */
export function issuedTo({ ballots, present, voted, papers }: Holders): number {
  if (ballots === 'paper') return papers.length;
  return new Set([...present, ...voted, ...papers]).size;
}
