import { IsNull } from 'typeorm';
import type { AssignmentFacts } from '../lifecycle/facts';
import type { Act } from '../proposals/act';
import { UnitRequest } from '../proposals/entities/unit-request.entity';

type Kind = UnitRequest['kind'];
type Asked = { reason: string } & Partial<Pick<UnitRequest, 'suggestedUnitId' | 'until'>>;

/** Puts a unit's request before the assigning office. */
export async function ask(act: Act<AssignmentFacts>, kind: Kind, asked: Asked): Promise<void> {
  const { reason, suggestedUnitId = null, until = null } = asked;
  const by = { askedBy: act.actor.accountId, askedAt: act.now.at };
  const open = { decision: null, decisionNote: null, decidedBy: null, decidedAt: null };
  const about = { assignmentId: act.id, proposalId: act.proposalId, kind, reason, suggestedUnitId, until };
  await act.em.insert(UnitRequest, { ...about, ...by, ...open });
  act.note({ reason, ...(suggestedUnitId ? { suggestedUnitId } : {}), ...(until ? { until } : {}) });
}

/** Decides the open request, which the rule has asked for, and gives what was asked. */
export async function decide(
  act: Act<AssignmentFacts>,
  kind: Kind,
  decision: 'granted' | 'refused',
  note: string | null = null,
): Promise<UnitRequest> {
  const open = { assignmentId: act.id, kind, decision: IsNull() };
  const request = await act.em.findOneByOrFail(UnitRequest, open);
  const by = { decidedBy: act.actor.accountId, decidedAt: act.now.at };
  await act.em.update(UnitRequest, request.id, { decision, decisionNote: note, ...by });
  act.note({ requestId: request.id, note });
  return request;
}
