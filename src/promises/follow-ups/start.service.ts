import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AssignmentFacts } from '../../lifecycle/facts';
import type { Actor } from '../../lifecycle/people';
import { accept, fault } from '../../people/faults';
import { Database } from '../../platform/database/database';
import { History } from '../../platform/history/history';
import type { FieldFault } from '../../platform/web/errors';
import type { Act } from '../../proposals/act';
import { onAssignment } from '../../proposals/deeds';
import { Door } from '../../proposals/door';
import { FollowUp } from '../../proposals/entities/follow-up.entity';
import { FollowUpRequest } from '../../proposals/entities/follow-up-request.entity';
import type { StartedFollowUpDto, StartFollowUpDto } from './follow-ups.dto';
import { byAssignment, type FollowUpTarget, followUpTargets, holdCases } from './targets';

type Begun = Pick<FollowUp, 'id' | 'title' | 'dueOn' | 'note'>;

/** Begins a look back (回头看): one deed of the committee, and for every case its own, in one transaction. */
@Injectable()
export class FollowUpStart {
  constructor(
    private readonly database: Database,
    private readonly door: Door,
    private readonly history: History,
  ) {}

  start(actor: Actor, given: StartFollowUpDto): Promise<StartedFollowUpDto> {
    return this.database.transaction(async (em) => {
      const targets = await this.targets(em, given);
      const { sessionId = null, year = null, title, dueOn, note = null } = given;
      const { at } = this.door.now();
      const begun = { title, sessionId, year, dueOn, note };
      const by = { startedBy: actor.accountId, startedAt: at, closedBy: null, closedAt: null };
      const [id] = await this.database.insert(FollowUp, [{ ...begun, ...by }], em);
      for (const [assignmentId, asked] of byAssignment(targets))
        await this.ask(em, actor, assignmentId, { id, title, dueOn, note }, asked);
      await this.record(em, actor, id, { ...begun, asked: targets.length });
      return { id, asked: targets.length };
    });
  }

  /** Read again once the cases are held: what was kept in between is not asked about. */
  private async targets(em: EntityManager, given: StartFollowUpDto): Promise<FollowUpTarget[]> {
    accept(await this.faultsOf(em, given));
    const scope = { sessionId: given.sessionId ?? null, year: given.year ?? null };
    const first = await followUpTargets(this.database, em, scope);
    await holdCases(this.database, em, first);
    const held = new Set(first.map(({ proposalId }) => proposalId));
    const targets = (await followUpTargets(this.database, em, scope)).filter((it) => held.has(it.proposalId));
    const field = scope.year === null ? 'sessionId' : 'year';
    if (targets.length === 0)
      accept([
        fault(field, 'nothingToAsk', '没有待兑现的承诺事项或分类为部分解决的答复需要回头看，请另选范围。'),
      ]);
    return targets;
  }

  private async faultsOf(em: EntityManager, given: StartFollowUpDto): Promise<FieldFault[]> {
    const { sessionId, year, dueOn } = given;
    const faults: FieldFault[] = [];
    if ((sessionId == null) === (year == null))
      faults.push(fault('sessionId', 'oneScope', '请在「会议」和「年度」中选填一项。'));
    if (dueOn <= this.door.now().day)
      faults.push(fault('dueOn', 'notAhead', '「报送期限」须在今天之后，请重新填写。'));
    const sql = 'SELECT 1 FROM "plenarySession" WHERE "id" = ?';
    if (sessionId != null && (await this.database.rows(sql, [sessionId], em)).length === 0)
      faults.push(fault('sessionId', 'unknown', '没有这次「会议」，请重新选择。'));
    return faults;
  }

  private ask(
    em: EntityManager,
    actor: Actor,
    assignmentId: number,
    { id: followUpId, title, dueOn, note }: Begun,
    targets: readonly FollowUpTarget[],
  ) {
    const deed = onAssignment('askFollowUp', actor, assignmentId, {});
    return this.door.performIn(em, deed, async (act: Act<AssignmentFacts>) => {
      const rows = targets.map((target) => ({ followUpId, ...target, askedAt: act.now.at, ...UNANSWERED }));
      const { unitId: owerScope } = act.facts;
      for (const subjectId of await this.database.insert(FollowUpRequest, rows, em)) {
        const of = { clock: 'followUp', subjectKind: 'followUpRequest', subjectId } as const;
        act.start({ ...of, owerScope, given: dueOn });
      }
      act.note({ followUpId, title, dueOn, note, promises: targets.map(({ promiseId }) => promiseId) });
    });
  }

  private record(em: EntityManager, actor: Actor, id: number, change: object): Promise<number> {
    const by = { accountId: actor.accountId, actorName: actor.name };
    const { at } = this.door.now();
    return this.history.append(em, { at, ...by, kind: 'followUp', subjectId: id, action: 'start', change });
  }
}

const UNANSWERED = {
  ...({ state: 'open', situation: null, evidence: null } as const),
  ...{ answeredBy: null, answeredAt: null },
};
