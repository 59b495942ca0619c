import { Injectable } from '@nestjs/common';
import type { EvaluationFacts } from '../lifecycle/facts';
import type { Actor } from '../lifecycle/people';
import { accept } from '../people/faults';
import { Database } from '../platform/database/database';
import { Conflict } from '../platform/web/errors';
import type { Done } from '../proposals/act';
import type { DeedDto } from '../proposals/deed.dto';
import { Door } from '../proposals/door';
import { EvaluationVoter } from '../proposals/entities/evaluation-voter.entity';
import { Evaluation } from '../proposals/entities/evaluation.entity';
import { PaperCount } from '../proposals/entities/paper-count.entity';
import { paperCountsOf } from '../proposals/facts/paper-counts';
import { countFaults } from './count-faults';
import { dimensionsOf, OVERALL } from './dimensions';
import type { CountDto, HandsDto } from './evaluation.dto';
import { issuedTo } from './issued';

/** What a teller learns of an item after having counted it: not what the other has counted. */
export interface CountAnswer {
  attempt: number;
  agreed: boolean;
  differing: string[];
}

/** Voting on paper: who takes one, and what two tellers count of them. */
@Injectable()
export class PapersService {
  constructor(
    private readonly door: Door,
    private readonly database: Database,
  ) {}

  handOut(actor: Actor, id: number, given: HandsDto): Promise<Done> {
    return this.pass(actor, id, 'handOutPaper', given);
  }

  takeBack(actor: Actor, id: number, given: HandsDto): Promise<Done> {
    return this.pass(actor, id, 'takeBackPaper', given);
  }

  shutBox(actor: Actor, id: number, { version }: DeedDto): Promise<Done> {
    const deed = { machine: 'evaluation', action: 'shutBox', id, actor, version } as const;
    return this.door.perform<EvaluationFacts>(deed, (act) => {
      act.set({ shut: true });
      act.note({ receipts: act.facts.voted.length, papers: act.facts.papers.length });
    });
  }

  /** The history says who has counted what, and nothing of the count: other items are still being counted. */
  enterCount(actor: Actor, id: number, { version, ...given }: CountDto): Promise<Done & CountAnswer> {
    const intent = { count: { itemId: given.itemId, teller: actor.accountId } };
    const deed = { machine: 'evaluation', action: 'enterCount', id, actor, version, intent } as const;
    return this.door.perform<EvaluationFacts, CountAnswer>(deed, async (act) => {
      const { em, facts, now } = act;
      const meeting = await em.findOneByOrFail(Evaluation, { id });
      accept(countFaults(given, dimensionsOf(meeting), facts));
      const stateNow = async () =>
        (await paperCountsOf(this.database, em, meeting)).find(({ itemId }) => itemId === given.itemId);
      const attempt = (await stateNow())?.attempt ?? 1;
      const { itemId, issued, collected, spoiled } = given;
      const marks = given.marks.map(({ dimension, ...counts }) => ({
        ...counts,
        code: dimension ?? OVERALL.code,
      }));
      const row = { itemId, attempt, issued, collected, spoiled, marks, at: now.at };
      await em.insert(PaperCount, {
        ...row,
        evaluationId: id,
        round: meeting.round,
        accountId: actor.accountId ?? 0,
      });
      const after = await stateNow();
      const [agreed, differing] = [after?.agreed ?? false, [...(after?.differing ?? [])]];
      act.note({ itemId, attempt, agreed, differing });
      return { attempt, agreed, differing };
    });
  }

  /** One after the other in one transaction: all of them, or where one may not, none. */
  private pass(
    actor: Actor,
    id: number,
    action: 'handOutPaper' | 'takeBackPaper',
    { version, memberIds }: HandsDto,
  ): Promise<Done> {
    const paper = action === 'handOutPaper';
    return this.database.transaction(async (em) => {
      let done: Done | undefined;
      for (const voter of memberIds) {
        const seen = done ? undefined : version;
        const deed = { machine: 'evaluation', action, id, actor, version: seen, intent: { voter } } as const;
        done = await this.door.performIn<EvaluationFacts>(em, deed, async (act) => {
          const had = { evaluationId: id, memberId: voter, paper: !paper, receipted: false };
          const { affected } = await em.update(EvaluationVoter, had, { paper });
          if (affected !== 1) throw new Conflict();
          const others = act.facts.papers.filter((member) => member !== voter);
          act.set({ issued: issuedTo({ ...act.facts, papers: paper ? [...others, voter] : others }) });
          act.note({ memberId: voter });
        });
      }
      return done as Done;
    });
  }
}
