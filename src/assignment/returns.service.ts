import { Injectable } from '@nestjs/common';
import type { AssignmentAction } from '../lifecycle/assignment';
import type { AssignmentFacts } from '../lifecycle/facts';
import type { Actor } from '../lifecycle/people';
import { accept, fault } from '../people/faults';
import type { Act, Done, Work } from '../proposals/act';
import type { DeedDto } from '../proposals/deed.dto';
import { onAssignment } from '../proposals/deeds';
import { Door } from '../proposals/door';
import { Assignment } from '../proposals/entities/assignment.entity';
import { requireUnits } from './known-units';
import type { GrantDto, RefuseDto, RequestReturnDto } from './requests.dto';
import { ask, decide } from './requests';

/** Returning a case (退办): asked with a reason, decided by the office; a unit never forwards it. */
@Injectable()
export class ReturnsService {
  constructor(private readonly door: Door) {}

  request(actor: Actor, id: number, given: RequestReturnDto): Promise<Done> {
    return this.perform('requestReturn', actor, id, given, async (act) => {
      const { reason, suggestedUnitId } = given;
      if (suggestedUnitId) await requireAnother(act, suggestedUnitId);
      await ask(act, 'return', { reason, suggestedUnitId });
    });
  }

  grant(actor: Actor, id: number, given: GrantDto): Promise<Done> {
    return this.perform('grantReturn', actor, id, given, async (act) => {
      const { reason } = await decide(act, 'return', 'granted', given.note);
      act.set({ finishedAt: act.now.at, releaseReason: reason });
    });
  }

  /** Whoever asked to return the case and may not has taken it on. */
  refuse(actor: Actor, id: number, given: RefuseDto): Promise<Done> {
    return this.perform('refuseReturn', actor, id, given, async (act) => {
      await decide(act, 'return', 'refused', given.note);
      const { acknowledgedAt } = await act.em.findOneByOrFail(Assignment, { id });
      act.set({ acknowledgedAt: acknowledgedAt ?? act.now.at });
    });
  }

  private perform(
    action: AssignmentAction,
    actor: Actor,
    id: number,
    given: DeedDto,
    work: Work<AssignmentFacts, object>,
  ): Promise<Done> {
    return this.door.perform(onAssignment(action, actor, id, given), work);
  }
}

async function requireAnother(act: Act<AssignmentFacts>, unitId: number): Promise<void> {
  const field = 'suggestedUnitId';
  if (unitId === act.facts.unitId) accept([fault(field, 'itself', '「建议承办单位」不能是本单位，请另选。')]);
  await requireUnits(act, [{ unitId, field }]);
}
