import type { EvaluationItem } from '../proposals/entities/evaluation-item.entity';

/** What the history keeps of an item's count. */
export function resultOf(item: EvaluationItem) {
  const { proposalId, satisfied, basicallySatisfied, dissatisfied, abstained, grade, passed } = item;
  return { proposalId, satisfied, basicallySatisfied, dissatisfied, abstained, grade, passed };
}
