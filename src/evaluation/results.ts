import { createHash } from 'node:crypto';
import type { EvaluationFacts } from '../lifecycle/facts';
import { canonicalJson } from '../platform/history/chain';
import type { EvaluationItem } from '../proposals/entities/evaluation-item.entity';
import type { Evaluation } from '../proposals/entities/evaluation.entity';

/** What the history keeps of an item's count. */
export function resultOf(item: EvaluationItem) {
  const { place, proposalId, unitId, collected, spoiled, dimensions, grade, passed } = item;
  const { satisfied, basicallySatisfied, dissatisfied, abstained } = item;
  const counts = dimensions ? { dimensions } : { satisfied, basicallySatisfied, dissatisfied, abstained };
  return { place, proposalId, unitId, collected, spoiled, ...counts, grade, passed };
}

type Meeting = Pick<Evaluation, 'id' | 'round' | 'title' | 'heldOn' | 'objects' | 'ballots' | 'dimensions'>;
type Numbers = Pick<EvaluationFacts, 'eligible' | 'present' | 'issued' | 'collected'>;

/** All that was counted, and nothing that may be called otherwise later: the same rows always give the same sheet. */
export function countSheetOf(meeting: Meeting, numbers: Numbers, items: readonly EvaluationItem[]) {
  const { id, round, title, heldOn, objects, ballots, dimensions } = meeting;
  return {
    ...{ evaluationId: id, round, title, heldOn, objects, ballots, dimensions },
    ...{ due: numbers.eligible.length, present: numbers.present.length },
    ...{ issued: numbers.issued, collected: numbers.collected },
    items: items.map(resultOf),
  };
}
export type CountSheet = ReturnType<typeof countSheetOf>;

/** What is hashed, to the character. */
export const sealedText = (sheet: CountSheet): string => canonicalJson(sheet);

/** SHA-256 of the text as UTF-8: whoever has the sheet reckons it again with any tool. */
export const sealOf = (text: string): string => createHash('sha256').update(text).digest('hex');
