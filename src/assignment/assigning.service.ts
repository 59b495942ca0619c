import { Injectable } from '@nestjs/common';
import type { ProposalFacts } from '../lifecycle/facts';
import type { Actor } from '../lifecycle/people';
import { accept, fault } from '../people/faults';
import type { Act } from '../proposals/act';
import { onProposal } from '../proposals/deeds';
import { Door } from '../proposals/door';
import { beginWith } from './begin';
import type { AssignDto, AssignedDto, BegunDto, ChosenUnitDto } from './hand-over.dto';
import { requireUnits } from './known-units';

/** The second of two levels (分办): from the assigning office to one lead, a lead with co-handlers, or several leads. */
@Injectable()
export class AssigningService {
  constructor(private readonly door: Door) {}

  assign(actor: Actor, id: number, chosen: AssignDto): Promise<AssignedDto> {
    return this.perform('assign', actor, id, chosen);
  }

  /** Further units for a case that others are at work on. */
  assignMore(actor: Actor, id: number, chosen: AssignDto): Promise<AssignedDto> {
    return this.perform('assignMore', actor, id, chosen);
  }

  private perform(
    action: 'assign' | 'assignMore',
    actor: Actor,
    id: number,
    chosen: AssignDto,
  ): Promise<AssignedDto> {
    const { mode, units } = chosen;
    const deed = onProposal(action, actor, id, chosen, { mode, units });
    return this.door.perform<ProposalFacts, Pick<AssignedDto, 'assignments'>>(deed, async (act) => {
      await requireUnits(
        act,
        units.map(({ unitId }, at) => ({ unitId, field: `units.${at}.unitId` })),
      );
      const assignments: BegunDto[] = [];
      putToWork(act, chosen, assignments);
      return { assignments };
    });
  }
}

/** Begins what is new among the chosen units, adding it to `begun`; those that stayed from before go on. */
export function putToWork(
  act: Act<ProposalFacts>,
  { mode, units }: Pick<AssignDto, 'mode' | 'units'>,
  begun: BegunDto[],
): void {
  const added = units.filter(({ unitId }) => !isAtWork(act.facts, unitId));
  if (added.length === 0) accept([fault('units', 'nothingNew', '所选单位都已在承办，请选择其他单位。')]);
  act.set({ mode });
  act.note({ mode, units: units.map(({ unitId, role }) => ({ unitId, role })) });
  for (const unit of added) beginWith(act, unit, begun);
}

function isAtWork({ assignments, round }: ProposalFacts, unitId: ChosenUnitDto['unitId']): boolean {
  return assignments.some((it) => it.unitId === unitId && it.round === round && it.stage !== 'released');
}
