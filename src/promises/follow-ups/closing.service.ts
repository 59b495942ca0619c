import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { AssignmentFacts } from '../../lifecycle/facts';
import type { Actor } from '../../lifecycle/people';
import { Database } from '../../platform/database/database';
import { History } from '../../platform/history/history';
import { NotFound, Refused } from '../../platform/web/errors';
import type { Act } from '../../proposals/act';
import { onAssignment } from '../../proposals/deeds';
import { Door } from '../../proposals/door';
import { FollowUp } from '../../proposals/entities/follow-up.entity';
import { FollowUpRequest } from '../../proposals/entities/follow-up-request.entity';
import type { ClosedFollowUpDto, CloseFollowUpDto } from './follow-ups.dto';
import { byAssignment, holdCases } from './targets';

const OPEN = `SELECT * FROM "followUpRequest" WHERE "followUpId" = ? AND "state" = 'open' ORDER BY "assignmentId", "id"`;
const CLOSE = 'UPDATE "followUp" SET "closedBy" = ?, "closedAt" = ? WHERE "id" = ? AND "closedAt" IS NULL';

/** Ends a look back: what was not answered stays so, and nobody is reminded of it any more. */
@Injectable()
export class FollowUpClosing {
  constructor(
    private readonly database: Database,
    private readonly door: Door,
    private readonly history: History,
  ) {}

  close(actor: Actor, id: number, { note = null }: CloseFollowUpDto): Promise<ClosedFollowUpDto> {
    return this.database.transaction(async (em) => {
      const followUp = await em.findOneBy(FollowUp, { id });
      if (!followUp) throw new NotFound();
      await holdCases(this.database, em, await this.open(em, id));
      const { at } = this.door.now();
      if ((await this.database.change(CLOSE, [actor.accountId, at, id], em)) === 0) throw closedAlready();
      const left = await this.open(em, id);
      for (const [assignmentId, requests] of byAssignment(left))
        await this.end(em, actor, assignmentId, requests, note);
      const by = { accountId: actor.accountId, actorName: actor.name };
      const change = { title: followUp.title, unanswered: left.length, note };
      await this.history.append(em, { at, ...by, kind: 'followUp', subjectId: id, action: 'close', change });
      return { id, unanswered: left.length };
    });
  }

  private open(em: EntityManager, id: number): Promise<FollowUpRequest[]> {
    return this.database.rows<FollowUpRequest>(OPEN, [id], em);
  }

  private end(
    em: EntityManager,
    actor: Actor,
    assignmentId: number,
    requests: readonly FollowUpRequest[],
    note: string | null,
  ) {
    const deed = onAssignment('endFollowUp', actor, assignmentId, {});
    return this.door.performIn(em, deed, async (act: Act<AssignmentFacts>) => {
      for (const { id } of requests) {
        await act.em.update(FollowUpRequest, id, { state: 'unanswered' });
        act.settle('followUp', id);
      }
      act.note({ unanswered: requests.map(({ id }) => id), note });
    });
  }
}

const closedAlready = () =>
  new Refused([{ code: 'followUpClosed', message: '这次回头看已经结束，请刷新后查看。' }], 409);
