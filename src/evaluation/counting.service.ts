import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { EvaluationFacts } from '../lifecycle/facts';
import { exceedsIssued } from '../lifecycle/paper-counts';
import type { Actor } from '../lifecycle/people';
import { accept, fault } from '../people/faults';
import { Database } from '../platform/database/database';
import type { Act, Done, Work } from '../proposals/act';
import type { DeedDto, ReasonDto } from '../proposals/deed.dto';
import { Door } from '../proposals/door';
import { EvaluationItem } from '../proposals/entities/evaluation-item.entity';
import { EvaluationVoter } from '../proposals/entities/evaluation-voter.entity';
import { Evaluation } from '../proposals/entities/evaluation.entity';
import { paperCountsOf } from '../proposals/facts/paper-counts';
import { Rules } from '../proposals/rules';
import { BallotBox } from './ballot-box';
import type { Choice } from './ballot-paper';
import type { CloseDto, LockDto, PhraseDto } from './evaluation.dto';
import { dimensionsOf } from './dimensions';
import { countItems } from './item-counts';
import { countSheetOf, sealedText, sealOf } from './results';
import { boxTampered } from './unopened';

/** Tables in which nothing may be left behind. */
const BOX = ['ballot', 'ballotLock'];

const NO_COUNT = {
  ...{ satisfied: null, basicallySatisfied: null, dissatisfied: null, abstained: null },
  ...{ dimensions: null, collected: null, spoiled: null, grade: null, passed: null },
};

/** What the tellers do (监票、计票): lock the box, open it together and count, or destroy what is in it. */
@Injectable()
export class CountingService {
  constructor(
    private readonly door: Door,
    private readonly database: Database,
    private readonly rules: Rules,
    private readonly box: BallotBox,
  ) {}

  lockBox(actor: Actor, id: number, { version, phrase }: LockDto): Promise<Done> {
    return this.perform(actor, id, 'lockBox', version, ({ em }) =>
      this.box.lock(em, id, actor.accountId ?? 0, phrase),
    );
  }

  /** Counts, and keeps nothing but the counts: ballots, locks and what they leave in the files are destroyed. */
  async close(actor: Actor, id: number, { version, phrases }: CloseDto): Promise<Done> {
    const done = await this.perform(actor, id, 'close', version, async (act) => {
      const meeting = await act.em.findOneByOrFail(Evaluation, { id });
      const items = await itemsOf(act.em, id);
      const ballots = await this.ballotsIn(act, meeting, items.length, phrases);
      await this.box.empty(act.em, id);
      await this.put(act, meeting, await this.count(act.em, meeting, items, ballots));
    });
    await this.database.forget(BOX);
    return done;
  }

  private async ballotsIn(
    { em, id, facts }: Act<EvaluationFacts>,
    meeting: Evaluation,
    items: number,
    phrases: PhraseDto[],
  ): Promise<Choice[][]> {
    if (meeting.ballots === 'paper') return [];
    accept(phraseFaults(phrases, facts));
    const ballots = await this.box.open(em, id, phrases, items * dimensionsOf(meeting).length);
    // A ballot without a receipt, or a receipt without its ballot, is nothing that voting can bring about.
    if (ballots.length !== facts.voted.length) throw boxTampered();
    return ballots;
  }

  /** Where more was collected than issued nobody learns what was counted: it will be voted on again. */
  private async put(
    act: Act<EvaluationFacts>,
    meeting: Evaluation,
    counted: EvaluationItem[],
  ): Promise<void> {
    const { issued } = act.facts;
    const collected = Math.max(0, ...counted.map((item) => item.collected ?? 0));
    act.set({ collected });
    if (exceedsIssued({ ...act.facts, collected })) return act.note({ issued, collected });
    for (const { id, ...values } of counted) await act.em.update(EvaluationItem, id, values);
    const sheet = countSheetOf(meeting, { ...act.facts, collected }, counted);
    act.note({ ...sheet, hash: sealOf(sealedText(sheet)) });
  }

  breakOff(actor: Actor, id: number, { version, reason }: ReasonDto): Promise<Done> {
    return this.anew(actor, id, 'breakOff', version, reason);
  }

  voidRound(actor: Actor, id: number, { version, reason }: ReasonDto): Promise<Done> {
    return this.anew(actor, id, 'voidRound', version, reason);
  }

  /** The next round has new locks, so nothing of this one can be opened with them. */
  private async anew(
    actor: Actor,
    id: number,
    action: string,
    version: DeedDto['version'],
    reason: string,
  ): Promise<Done> {
    const done = await this.perform(actor, id, action, version, async (act) => {
      const { round, issued, collected } = await act.em.findOneByOrFail(Evaluation, { id });
      await this.box.empty(act.em, id);
      await act.em.update(EvaluationItem, { evaluationId: id }, NO_COUNT);
      await act.em.update(EvaluationVoter, { evaluationId: id }, { receipted: false, paper: false });
      act.set({ round: round + 1, issued: 0, collected: 0, shut: false });
      const { voted, papers } = act.facts;
      act.note({ reason, round, issued, collected, receipts: voted.length, papers: papers.length });
    });
    await this.database.forget(BOX);
    return done;
  }

  private async count(
    em: EntityManager,
    meeting: Evaluation,
    items: EvaluationItem[],
    ballots: Choice[][],
  ): Promise<EvaluationItem[]> {
    const states = await paperCountsOf(this.database, em, meeting);
    const papers = items.map(({ id }) => states.find(({ itemId }) => itemId === id)?.counted ?? null);
    const { evaluation } = this.rules.handling;
    const counts = countItems(items.length, dimensionsOf(meeting), { ballots, papers }, evaluation);
    return items.map((item, at) => ({ ...item, ...counts[at] }));
  }

  private perform(
    actor: Actor,
    id: number,
    action: string,
    version: DeedDto['version'],
    work: Work<EvaluationFacts, object>,
  ): Promise<Done> {
    return this.door.perform({ machine: 'evaluation', action, id, actor, version }, work);
  }
}

const itemsOf = (em: EntityManager, evaluationId: number) =>
  em.find(EvaluationItem, { where: { evaluationId }, order: { place: 'ASC' } });

function phraseFaults(phrases: PhraseDto[], facts: EvaluationFacts) {
  if (phrases.length < 2) return [fault('phrases', 'tooFew', '开箱须由两位监票人分别输入口令。')];
  return phrases.flatMap(({ accountId }, at) => tellerFaults(accountId, at, phrases, facts));
}

function tellerFaults(accountId: number, at: number, all: PhraseDto[], { locks }: EvaluationFacts) {
  const field = `phrases.${at}.accountId`;
  if (!locks.includes(accountId)) return [fault(field, 'noLock', '此人没有给票箱上锁，请核对监票人。')];
  const isTwice = all.findIndex((each) => each.accountId === accountId) < at;
  return isTwice ? [fault(field, 'repeated', '两个口令须来自两位监票人。')] : [];
}
