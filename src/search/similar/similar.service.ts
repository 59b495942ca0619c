import { Injectable } from '@nestjs/common';
import { type Actor, scopesOf } from '../../lifecycle/people';
import { fault } from '../../people/faults';
import { Database } from '../../platform/database/database';
import { Invalid } from '../../platform/web/errors';
import { Gate } from '../../proposals/gate';
import { reachOf } from '../../proposals/lists/reach';
import { type Condition, visibleTo } from '../../proposals/visibility';
import { requireKnown } from '../known-references';
import { allOf } from '../searching/conditions';
import { type CaseCard, CaseCards } from './case-cards';
import { CaseTexts, type ComparedCase } from './case-texts';
import { type Asking, type Compared, Comparing, type Reasons } from './comparing';
import { Decisions, type Judgement } from './decisions';
import { SHOWN_FROM } from './likeness';
import { profileOf } from './profile';
import { type PublishedCase, PublishedItems } from './published-items';
import type { HintsDto } from './similar.dto';

export interface SimilarCase extends CaseCard {
  /** From 0 to 100; shown from `shownFrom` on. */
  readonly score: number;
  readonly parts: { readonly subject: number; readonly recommendations: number; readonly body: number };
  readonly reasons: Reasons;
  readonly decision: Judgement | null;
}

export interface SimilarAnswer {
  readonly items: readonly SimilarCase[];
  readonly shownFrom: number;
}

export type HintsAnswer = SimilarAnswer & { readonly published: readonly PublishedCase[] };

const UNKNOWN = fault('proposalId', 'unknown', '「草稿」不存在，请刷新后重试。');
const MOST_SHOWN = 10;
/** What was thrown away or is still being written by others is like nothing. */
const LIVE = `p."stage" NOT IN ('draft', 'withdrawn')`;
const NONE: Condition = { sql: '1 = 0', params: [] };

/** Finds what is like a case or a text, through the one gate. */
@Injectable()
export class SimilarService {
  constructor(
    private readonly database: Database,
    private readonly gate: Gate,
    private readonly texts: CaseTexts,
    private readonly comparing: Comparing,
    private readonly cards: CaseCards,
    private readonly decisions: Decisions,
    private readonly published: PublishedItems,
  ) {}

  /** Cases the actor sees that are like this one, across sessions. @throws NotFound */
  async similarTo(actor: Actor, id: number): Promise<SimilarAnswer> {
    const mine = await this.seen(actor, id);
    const judged = await this.decisions.of(id);
    const ranked = await this.comparing.rank(mine, seenBy(actor, [id]));
    const others = ranked.filter(({ of }) => !isFamily(mine, of) || judged.has(of.id));
    return this.answer(others, judged);
  }

  /**
   * While somebody writes: what they may see anyway, and what anybody may read in notices. Sponsors do not learn of the
   * unpublished cases of others by writing something like them. The only drafts among these are those of others that the
   * writer was asked to co-sign.
   */
  async similarToText(actor: Actor, given: HintsDto): Promise<HintsAnswer> {
    await requireKnown(this.database, given);
    if (given.proposalId && !(await this.gate.seesProposal(actor, given.proposalId)))
      throw new Invalid([UNKNOWN]);
    const mine = askingOf(given);
    const where = seenBy(actor, given.proposalId ? [given.proposalId] : [], invitedTo(actor));
    const profile = profileOf(mine);
    const weigh = await this.comparing.weighing();
    return {
      ...(await this.answer(await this.comparing.rank(mine, where), new Map())),
      published: await this.published.like(profile, weigh, visibleTo(actor)),
    };
  }

  /** The text of a case that the actor sees. @throws NotFound */
  async seen(actor: Actor, id: number): Promise<ComparedCase> {
    await this.gate.pass(actor, { table: 'proposal', proposalId: id });
    return (await this.texts.of([id]))[0];
  }

  private async answer(
    ranked: readonly Compared[],
    judged: ReadonlyMap<number, Judgement>,
  ): Promise<SimilarAnswer> {
    const isDenied = ({ of }: Compared) => judged.get(of.id)?.decision === 'notTheSame';
    const shown = ranked.filter(({ score }) => score >= SHOWN_FROM);
    // What was found not to be the same is said to be so, after the others.
    const ordered = [...shown.filter((each) => !isDenied(each)), ...shown.filter(isDenied)].slice(
      0,
      MOST_SHOWN,
    );
    const cards = await this.cards.of(ordered.map(({ of }) => of.id));
    const items = ordered.map(({ of, likeness, score, reasons }) => ({
      ...(cards.get(of.id) as CaseCard),
      ...{ score, parts: partsOf(likeness), reasons: reasons(), decision: judged.get(of.id) ?? null },
    }));
    return { items, shownFrom: SHOWN_FROM };
  }
}

const partsOf = ({ subject, recommendations, body }: Compared['likeness']) => ({
  subject,
  recommendations,
  body,
});

function askingOf({ subject, situation, analysis, recommendations, suggestedUnits }: HintsDto): Asking {
  return {
    subject: subject ?? '',
    body: [situation, analysis].filter(Boolean).join('\n'),
    recommendations: recommendations ?? [],
    unitIds: suggestedUnits ?? [],
  };
}

/** Cases `p` the actor may know of, besides these; with those drafts that `also` names. */
export function seenBy(actor: Actor, besides: readonly number[], also = NONE): Condition {
  const others = besides.map((id) => ({ sql: 'p."id" <> ?', params: [id] }));
  const live = { sql: `${LIVE} OR (${also.sql})`, params: also.params };
  return allOf([visibleTo(actor), reachOf(actor), live, ...others]);
}

/** Drafts of others whom the actor may answer: instead of writing the same once more. */
function invitedTo(actor: Actor): Condition {
  const own = scopesOf(actor, 'sponsor');
  if (own.length === 0) return NONE;
  const sql = `p."stage" = 'draft' AND EXISTS (SELECT 1 FROM "sponsorship" iv WHERE iv."proposalId" = p."id"
    AND iv."signature" = 'invited' AND iv."sponsorId" IN (${own.map(() => '?').join(', ')}))`;
  return { sql, params: own };
}

/** Merged into each other or into the same case. */
export const isFamily = (a: ComparedCase, b: ComparedCase): boolean =>
  (a.principalId ?? a.id) === (b.principalId ?? b.id);
