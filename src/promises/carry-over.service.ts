import { Injectable } from '@nestjs/common';
import { addMonths } from '../lifecycle/days';
import type { AssignmentFacts } from '../lifecycle/facts';
import type { Actor } from '../lifecycle/people';
import { fault } from '../people/faults';
import { Database } from '../platform/database/database';
import { Conflict, Invalid } from '../platform/web/errors';
import type { Act, Done } from '../proposals/act';
import { onAssignment } from '../proposals/deeds';
import { Door } from '../proposals/door';
import { CarryOver } from '../proposals/entities/carry-over.entity';
import { Promise as Promised } from '../proposals/entities/promise.entity';
import { Rules } from '../proposals/rules';
import type { AskCarryOverDto, CarriedOverDto, GrantCarryOverDto, RefusePromiseDto } from './promises.dto';

type Deciding = Act<AssignmentFacts>;

/** A promise to be kept on a later day (结转): asked by the unit, decided by the committee, told to the sponsors. */
@Injectable()
export class CarryOvers {
  constructor(
    private readonly door: Door,
    private readonly database: Database,
    private readonly rules: Rules,
  ) {}

  ask(actor: Actor, id: number, given: AskCarryOverDto): Promise<Done> {
    const { promiseId, until, reason } = given;
    const deed = onAssignment('askCarryOver', actor, id, given, { promise: promiseId, until });
    return this.door.perform<AssignmentFacts>(deed, async (act) => {
      this.refuseTooLate(act, until);
      const { dueOn } = await act.em.findOneByOrFail(Promised, { id: promiseId });
      const asked = { reason, askedBy: actor.accountId, askedAt: act.now.at };
      const of = { promiseId, assignmentId: id, proposalId: act.proposalId };
      await act.em.insert(CarryOver, { ...of, dueOn, until, ...asked, ...UNDECIDED });
      act.start({ clock: 'decideCarryOver', subjectKind: 'promise', subjectId: promiseId, owerScope: null });
      act.note({ promiseId, dueOn, until, reason });
    });
  }

  /** Until the day that was asked for; the first day stays in the register. */
  async grant(actor: Actor, id: number, given: GrantCarryOverDto): Promise<CarriedOverDto> {
    const { promiseId, note = null } = given;
    const until = await this.asked(promiseId);
    const deed = onAssignment('grantCarryOver', actor, id, given, { promise: promiseId, until });
    return this.door.perform<AssignmentFacts, Omit<CarriedOverDto, keyof Done>>(deed, async (act) => {
      const request = await this.decide(act, promiseId, 'granted', note);
      if (request.until !== until) throw new Conflict();
      await act.em.update(Promised, promiseId, { dueOn: until });
      act.settle('promise', promiseId);
      act.extend(['promise'], until);
      const { firstDueOn } = await act.em.findOneByOrFail(Promised, { id: promiseId });
      act.note({ promiseId, from: request.dueOn, until, firstDueOn, note });
      return { dueOn: until, firstDueOn };
    });
  }

  refuse(actor: Actor, id: number, given: RefusePromiseDto): Promise<Done> {
    const { promiseId, reason } = given;
    const deed = onAssignment('refuseCarryOver', actor, id, given, { promise: promiseId });
    return this.door.perform<AssignmentFacts>(deed, async (act) => {
      const { until } = await this.decide(act, promiseId, 'refused', reason);
      act.note({ promiseId, until, reason });
    });
  }

  private async decide(
    act: Deciding,
    promiseId: number,
    decision: 'granted' | 'refused',
    decisionNote: string | null,
  ): Promise<CarryOver> {
    const [request] = await this.database.rows<CarryOver>(OPEN, [promiseId], act.em);
    const decided = { decision, decisionNote, decidedBy: act.actor.accountId, decidedAt: act.now.at };
    await act.em.update(CarryOver, request.id, decided);
    act.settle('decideCarryOver', promiseId);
    return request;
  }

  private async asked(promiseId: number): Promise<string | undefined> {
    const [request] = await this.database.rows<CarryOver | undefined>(OPEN, [promiseId]);
    return request?.until;
  }

  private refuseTooLate({ now }: Deciding, until: string): void {
    const latest = addMonths(now.day, this.rules.handling.carryOver.months);
    if (until > latest)
      throw new Invalid([fault('until', 'tooLate', `「结转至」不能晚于 ${latest}，请改选较早的日期。`)]);
  }
}

const UNDECIDED = { decision: null, decisionNote: null, decidedBy: null, decidedAt: null };
const OPEN = 'SELECT * FROM "carryOver" WHERE "promiseId" = ? AND "decision" IS NULL';
