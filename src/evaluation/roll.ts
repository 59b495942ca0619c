import { In, type EntityManager, Not } from 'typeorm';
import type { EvaluationStage } from '../lifecycle/facts';
import type { Database } from '../platform/database/database';
import { EvaluationVoter } from '../proposals/entities/evaluation-voter.entity';
import { votersOf } from '../proposals/facts/meeting-facts';

/**
 * Writes down who is due, as the roll is now. Done last when the box is opened: from then on no change of a seat
 * matters any more, because the rows themselves are the roll.
 */
export async function keepRoll(
  db: Database,
  em: EntityManager,
  evaluation: { id: number; stage: EvaluationStage },
): Promise<void> {
  const evaluationId = evaluation.id;
  const due = await votersOf(db, em, evaluation);
  await em.delete(EvaluationVoter, { evaluationId, memberId: Not(In(due.map(({ memberId }) => memberId))) });
  const kept = (await em.findBy(EvaluationVoter, { evaluationId })).map(({ memberId }) => memberId);
  const missing = due.filter(({ memberId }) => !kept.includes(memberId));
  const rows = missing.map(({ memberId, name }) => ({ evaluationId, memberId, name }));
  await em.insert(
    EvaluationVoter,
    rows.map((row) => ({ ...row, present: false, receipted: false, paper: false })),
  );
}
