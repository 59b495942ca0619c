import { Injectable } from '@nestjs/common';
import type { AssignmentFacts, Mode, ProposalFacts, UnitRole } from '../lifecycle/facts';
import type { Actor } from '../lifecycle/people';
import type { Act, Done } from '../proposals/act';
import { onAssignment } from '../proposals/deeds';
import { Door } from '../proposals/door';
import { Proposal } from '../proposals/entities/proposal.entity';
import { UnitRequest } from '../proposals/entities/unit-request.entity';
import { putToWork } from './assigning.service';
import type { BegunDto } from './hand-over.dto';
import { requireUnits } from './known-units';
import type { AddedDto, AskToAddDto, GrantDto, RefuseDto } from './requests.dto';
import { ask, decide } from './requests';

/** Another unit besides (增办): asked by the lead, decided by the office. */
@Injectable()
export class AdditionsService {
  constructor(private readonly door: Door) {}

  ask(actor: Actor, id: number, given: AskToAddDto): Promise<Done> {
    const { unitId, reason } = given;
    const intent = { units: [{ unitId, role: 'coHandler' }] };
    const deed = onAssignment('askToAdd', actor, id, given, intent);
    return this.door.perform<AssignmentFacts>(deed, async (act) => {
      await requireUnits(act, [{ unitId, field: 'unitId' }]);
      await ask(act, 'add', { reason, suggestedUnitId: unitId });
    });
  }

  grant(actor: Actor, id: number, given: GrantDto): Promise<AddedDto> {
    const deed = onAssignment('grantAdd', actor, id, given);
    return this.door.perform<AssignmentFacts, Pick<AddedDto, 'assignments'>>(deed, async (act) => {
      const request = await decide(act, 'add', 'granted', given.note);
      return { assignments: await this.add(act, request) };
    });
  }

  refuse(actor: Actor, id: number, given: RefuseDto): Promise<Done> {
    return this.door.perform<AssignmentFacts>(onAssignment('refuseAdd', actor, id, given), async (act) => {
      await decide(act, 'add', 'refused', given.note);
    });
  }

  /** The proposal's own rule says whether the unit fits those at work, and tells everybody who joins. */
  private async add(act: Act<AssignmentFacts>, { suggestedUnitId }: UnitRequest): Promise<BegunDto[]> {
    const unitId = suggestedUnitId as number;
    await requireUnits(act, [{ unitId, field: 'unitId' }]);
    const { mode } = await act.em.findOneByOrFail(Proposal, { id: act.proposalId });
    const { as, role } = joining(mode);
    const units = [{ unitId, role }];
    const begun: BegunDto[] = [];
    const intent = { mode: as, units };
    const deed = { machine: 'proposal', action: 'assignMore', id: act.proposalId, intent } as const;
    act.then(deed, (proposal: Act<ProposalFacts>) => {
      putToWork(proposal, { mode: as, units }, begun);
    });
    return begun;
  }
}

/** 单办 becomes 会办 with the second unit; where several lead (分办) it is one more of them. */
function joining(mode: Mode | null): { as: Mode; role: UnitRole } {
  return mode === 'separate' ? { as: 'separate', role: 'lead' } : { as: 'joint', role: 'coHandler' };
}
