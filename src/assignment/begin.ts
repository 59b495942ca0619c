import type { ClockName } from '../lifecycle/clocks';
import type { ProposalFacts, UnitRole } from '../lifecycle/facts';
import type { Act } from '../proposals/act';
import { Assignment } from '../proposals/entities/assignment.entity';
import type { BegunDto, ChosenUnitDto } from './hand-over.dto';

/** Puts a unit to work as a consequence of the office's choice; each has its own clocks, in full whatever went before. */
export function beginWith(act: Act<ProposalFacts>, { unitId, role }: ChosenUnitDto, begun: BegunDto[]): void {
  const { proposalId, subject, facts } = act;
  act.then({ machine: 'assignment', action: 'begin', id: null }, async (own: Act) => {
    const first = { stage: 'pending', version: 1 } as const;
    const row = { proposalId, unitId, role, ...first, round: facts.round, assignedAt: own.now.at };
    const { identifiers } = await own.em.insert(Assignment, row);
    const id = identifiers[0].id as number;
    const { officeId, leadSponsorId } = subject;
    const place = { proposalId, officeId, leadSponsorId, unitId };
    own.created({ machine: 'assignment', table: 'assignment', id, ...first, ...place, facts: null });
    for (const clock of clocksOf(role, facts.round)) own.start({ clock, subjectId: id });
    own.note({ unitId, role, round: facts.round });
    begun.push({ id, unitId, role });
  });
}

/** A lead meets the sponsor and replies, sooner in another round; a co-handler gives its opinion to the lead. */
function clocksOf(role: UnitRole, round: number): ClockName[] {
  if (role === 'coHandler') return ['coOpinion'];
  return ['firstContact', round === 1 ? 'reply' : 'replyRound2'];
}
