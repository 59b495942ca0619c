import { Injectable } from '@nestjs/common';
import type { Actor } from '../../lifecycle/people';
import { type CaseCard, CaseCards } from './case-cards';
import { Comparing } from './comparing';
import { Decisions } from './decisions';
import { SHOWN_FROM } from './likeness';
import { seenBy, SimilarService } from './similar.service';

/** A unit that has handled the like before. */
export interface ExperiencedUnit {
  readonly unitId: number;
  readonly name: string;
  readonly cases: readonly {
    readonly id: number;
    readonly subject: string;
    readonly session: string;
    readonly class: string | null;
  }[];
}

/** 多年重复: the same has been proposed in earlier sessions. */
export interface Repetition {
  /** In how many sessions, this one counted. */
  readonly sessions: number;
  /** The earlier cases, oldest first. */
  readonly chain: readonly (CaseCard & { readonly score: number })[];
}

/** From this on a case of an earlier session is taken for the same matter, unless an examiner has said otherwise. */
const REPEATED_FROM = 50;
const MOST_UNITS = 5;

/** What earlier sessions know of the matter of a case. */
@Injectable()
export class EarlierCases {
  constructor(
    private readonly similar: SimilarService,
    private readonly comparing: Comparing,
    private readonly decisions: Decisions,
    private readonly cards: CaseCards,
  ) {}

  /** Null when the matter is new. @throws NotFound */
  async repetition(actor: Actor, id: number): Promise<Repetition | null> {
    const mine = await this.similar.seen(actor, id);
    const judged = await this.decisions.of(id);
    const said = (other: number) => judged.get(other)?.decision;
    const ranked = await this.comparing.rank(mine, seenBy(actor, [id]));
    const earlier = ranked.filter(
      ({ of, score }) =>
        of.sessionId < mine.sessionId &&
        said(of.id) !== 'notTheSame' &&
        (score >= REPEATED_FROM || said(of.id) === 'same'),
    );
    if (earlier.length === 0) return null;
    const cards = await this.cards.of(earlier.map(({ of }) => of.id));
    const chain = earlier
      .map(({ of, score }) => ({ ...(cards.get(of.id) as CaseCard), score }))
      .sort((a, b) => a.sessionId - b.sessionId || a.id - b.id);
    return { sessions: new Set(chain.map(({ sessionId }) => sessionId)).size + 1, chain };
  }

  /** Units that handled what is like this case, the most experienced first. @throws NotFound */
  async handledBefore(actor: Actor, id: number): Promise<ExperiencedUnit[]> {
    const mine = await this.similar.seen(actor, id);
    const ranked = await this.comparing.rank(mine, seenBy(actor, [id]));
    const like = ranked.filter(({ score }) => score >= SHOWN_FROM).map(({ of }) => of.id);
    const cards = [...(await this.cards.of(like)).values()];
    const units = new Map<number, ExperiencedUnit>();
    for (const card of cards)
      for (const { id: unitId, name } of card.units.filter(({ role }) => role === 'lead')) {
        const before = units.get(unitId)?.cases ?? [];
        const { subject, session, replies } = card;
        const handled = { id: card.id, subject, session, class: replies.at(-1)?.class ?? null };
        units.set(unitId, { unitId, name, cases: [...before, handled] });
      }
    return [...units.values()].sort((a, b) => b.cases.length - a.cases.length).slice(0, MOST_UNITS);
  }
}
