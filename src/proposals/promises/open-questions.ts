import { IsNull } from 'typeorm';
import type { Act } from '../act';
import { CarryOver } from '../entities/carry-over.entity';
import { FollowUpRequest } from '../entities/follow-up-request.entity';
import type { Promise as Promised } from '../entities/promise.entity';

/** What is still asked about a promise when it is kept: more time is not needed, and how it stands has been said. */
export async function settleQuestions(act: Act, { id: promiseId }: Promised, evidence: string) {
  const { em, now, actor } = act;
  const lapsed = { decision: 'lapsed', decidedAt: now.at } as const;
  await em.update(CarryOver, { promiseId, decision: IsNull() }, lapsed);
  act.settle('decideCarryOver', promiseId);
  const asked = await em.findOneBy(FollowUpRequest, { promiseId, state: 'open' });
  if (!asked) return;
  act.settle('followUp', asked.id);
  const answer = { state: 'answered', situation: 'done', evidence } as const;
  await em.update(FollowUpRequest, asked.id, { ...answer, answeredBy: actor.accountId, answeredAt: now.at });
}
