import { Injectable } from '@nestjs/common';
import type { Actor } from '../../lifecycle/people';
import { accept, fault } from '../../people/faults';
import { isoOf } from '../../platform/clock/calendar';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { Invalid } from '../../platform/web/errors';
import { Gate } from '../../proposals/gate';
import { CaseTexts } from './case-texts';
import { Comparing } from './comparing';
import { Decisions, type Judgement } from './decisions';
import { LikenessDecision } from './likeness-decision.entity';
import { SHOWN_FROM } from './likeness';
import type { JudgeLikenessDto } from './similar.dto';
import { SimilarService } from './similar.service';

/** How well the score agrees with what examiners decided. */
export interface Measure {
  readonly shownFrom: number;
  readonly decided: number;
  /** Decided to be the same or merged. */
  readonly same: number;
  readonly shown: number;
  readonly shownAndSame: number;
  /** Null while nothing that is shown has been decided about. */
  readonly precision: number | null;
  /** Of those that are the same, how many are shown. */
  readonly recall: number | null;
}

const BATCH = 100;

/** Keeps what examiners find of two cases, and measures the score by it. */
@Injectable()
export class LikenessJudging {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly gate: Gate,
    private readonly similar: SimilarService,
    private readonly comparing: Comparing,
    private readonly texts: CaseTexts,
    private readonly decisions: Decisions,
  ) {}

  /** @throws NotFound for the case, Invalid for the other. */
  async judge(actor: Actor, id: number, given: JudgeLikenessDto): Promise<Judgement> {
    const { otherId, decision, note = null } = given;
    const mine = await this.similar.seen(actor, id);
    accept(id === otherId ? [fault('otherId', 'itself', '「另一提案」不能是本案自身，请另选。')] : []);
    if (!(await this.gate.seesProposal(actor, otherId)))
      throw new Invalid([fault('otherId', 'unknown', '「另一提案」不存在，请重新选择。')]);
    const { score } = await this.comparing.between(mine, (await this.texts.of([otherId]))[0]);
    const at = isoOf(this.clock.now());
    const pair = { lowId: Math.min(id, otherId), highId: Math.max(id, otherId) };
    const row = { ...pair, decision, note, score, decidedBy: actor.accountId, decidedByName: actor.name };
    await this.database.transaction((em) =>
      this.database.insert(LikenessDecision, [{ ...row, decidedAt: at }], em),
    );
    return { otherId, decision, note, by: actor.name, at };
  }

  /** Over all pairs that were ever decided, with the score as it is computed today. */
  async measure(): Promise<Measure> {
    const pairs = await this.decisions.pairs();
    const seen = { same: 0, shown: 0, shownAndSame: 0 };
    for (let from = 0; from < pairs.length; from += BATCH) {
      const some = pairs.slice(from, from + BATCH);
      const ids = [...new Set(some.flatMap(({ a, b }) => [a, b]))];
      const cases = new Map((await this.texts.of(ids)).map((each) => [each.id, each]));
      for (const { a, b, decision } of some) {
        const [one, other] = [cases.get(a), cases.get(b)];
        if (!one || !other) continue;
        const isShown = (await this.comparing.between(one, other)).score >= SHOWN_FROM;
        const isSame = decision !== 'notTheSame';
        seen.same += Number(isSame);
        seen.shown += Number(isShown);
        seen.shownAndSame += Number(isShown && isSame);
      }
    }
    const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
    const shares = {
      precision: share(seen.shownAndSame, seen.shown),
      recall: share(seen.shownAndSame, seen.same),
    };
    return { shownFrom: SHOWN_FROM, decided: pairs.length, ...seen, ...shares };
  }
}
