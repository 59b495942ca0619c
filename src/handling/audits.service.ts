import { Injectable } from '@nestjs/common';
import type { AssignmentFacts, ReplyClass } from '../lifecycle/facts';
import type { Actor } from '../lifecycle/people';
import { accept, fault } from '../people/faults';
import type { Done } from '../proposals/act';
import type { DeedDto } from '../proposals/deed.dto';
import { onAssignment } from '../proposals/deeds';
import { Door } from '../proposals/door';
import { Reply } from '../proposals/entities/reply.entity';
import type { CorrectClassDto, RemarkDto, SendBackDto } from './reply.dto';

/** The assigning office's audit (审核) between the unit's draft and its signature. */
@Injectable()
export class AuditsService {
  constructor(private readonly door: Door) {}

  submit(actor: Actor, id: number, given: DeedDto): Promise<Done> {
    return this.door.perform(onAssignment('submitForAudit', actor, id, given));
  }

  /** With another class than B nothing is planned any more, so what was to be promised falls away. */
  correctClass(actor: Actor, id: number, given: CorrectClassDto): Promise<Done> {
    return this.door.perform<AssignmentFacts>(onAssignment('correctClass', actor, id, given), async (act) => {
      const reply = await act.em.findOneByOrFail(Reply, { assignmentId: id });
      refusePointless(reply, given.class);
      const promises = given.class === 'B' ? reply.promises : [];
      await act.em.update(Reply, reply.id, { class: given.class, promises });
      act.note({ before: reply.class, after: given.class, note: given.note });
    });
  }

  sendBack(actor: Actor, id: number, given: SendBackDto): Promise<Done> {
    return this.door.perform<AssignmentFacts>(onAssignment('sendBack', actor, id, given), async (act) => {
      await act.em.update(Reply, { assignmentId: id }, { auditedBy: null, auditedAt: null });
      act.note({ reason: given.reason });
    });
  }

  pass(actor: Actor, id: number, given: RemarkDto): Promise<Done> {
    return this.door.perform<AssignmentFacts>(onAssignment('passAudit', actor, id, given), async (act) => {
      const audited = { auditedBy: actor.accountId, auditedAt: act.now.at };
      await act.em.update(Reply, { assignmentId: id }, audited);
      act.note({ note: given.note ?? null });
    });
  }
}

function refusePointless(reply: Reply, given: ReplyClass): void {
  if (reply.class === given) accept([fault('class', 'same', `答复已是${given}类，无需调整。`)]);
  if (given === 'B' && reply.promises.length === 0)
    accept([fault('class', 'promisesMissing', 'B类答复须列明承诺事项和日期，请退回承办单位补充。')]);
}
