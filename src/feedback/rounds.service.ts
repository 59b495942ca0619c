import { Injectable } from '@nestjs/common';
import type { ProposalFacts } from '../lifecycle/facts';
import type { ProposalAction } from '../lifecycle/proposal';
import type { Actor } from '../lifecycle/people';
import type { Act, Done, Work } from '../proposals/act';
import type { DeedDto, NoteDto, ReasonDto } from '../proposals/deed.dto';
import { Door } from '../proposals/door';
import type { RehandledDto } from './feedback.dto';
import { nextDebts } from '../proposals/next-debts';
import { SecondRating } from '../proposals/entities/second-rating.entity';

/** How a round of handling ends: with another one, or with the case concluded and archived. */
@Injectable()
export class RoundsService {
  constructor(private readonly door: Door) {}

  /** To the same office, which assigns anew; the forms of the round before stay with it. */
  rehandle(actor: Actor, id: number, dto: ReasonDto): Promise<RehandledDto> {
    return this.perform(actor, id, 'rehandle', dto, (act) => anotherRound(act, dto.reason));
  }

  /** The result was announced; it stays in the history and on the agenda, and the next round is rated anew. */
  rehandleAfterEvaluation(actor: Actor, id: number, dto: ReasonDto): Promise<RehandledDto> {
    return this.perform(actor, id, 'rehandleAfterEvaluation', dto, async (act) => {
      // Asked of a result that is none any more.
      await act.em.update(SecondRating, { proposalId: id, state: 'open' }, { state: 'lapsed' });
      return anotherRound(act, dto.reason);
    });
  }

  declineRehandling(actor: Actor, id: number, dto: ReasonDto): Promise<Done> {
    return this.perform(actor, id, 'declineRehandling', dto, (act) => {
      act.set({ rehandlingDeclinedRound: act.facts.round });
      act.note({ reason: dto.reason, round: act.facts.round });
      nextDebts(act, { ...act.facts, rehandlingDeclined: true });
    });
  }

  /** Who has not answered is noted as just that; nobody writes a form for them. */
  conclude(actor: Actor, id: number, dto: NoteDto): Promise<Done> {
    return this.perform(actor, id, 'conclude', dto, (act) => {
      const { raters, forms, round } = act.facts;
      const noAnswer = raters.filter((rater) => !forms.some(({ sponsorId }) => sponsorId === rater));
      act.set({ concludedAt: act.now.at });
      act.note({ round, forms: forms.length, noAnswer, note: dto.note ?? null });
    });
  }

  archive(actor: Actor, id: number, dto: NoteDto): Promise<Done> {
    return this.perform(actor, id, 'archive', dto, (act) => {
      act.set({ archivedAt: act.now.at });
      act.note({ note: dto.note ?? null });
    });
  }

  private perform<T extends object>(
    actor: Actor,
    id: number,
    action: ProposalAction,
    { version }: DeedDto,
    work: Work<ProposalFacts, T>,
  ): Promise<Done & T> {
    return this.door.perform({ machine: 'proposal', action, id, actor, version }, work);
  }
}

function anotherRound(act: Act<ProposalFacts>, reason: string): { round: number } {
  const round = act.facts.round + 1;
  act.set({ round, concludedAt: null, grade: null, gradePassed: null });
  act.note({ reason, round });
  return { round };
}
