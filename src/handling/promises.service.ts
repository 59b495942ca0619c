import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { AssignmentFacts } from '../lifecycle/facts';
import type { Actor } from '../lifecycle/people';
import { fault } from '../people/faults';
import { Invalid } from '../platform/web/errors';
import type { Act } from '../proposals/act';
import { onAssignment } from '../proposals/deeds';
import { Door } from '../proposals/door';
import { Promise as Promised } from '../proposals/entities/promise.entity';
import { settleQuestions } from '../proposals/promises/open-questions';
import { Reply } from '../proposals/entities/reply.entity';
import { refuseFuture } from './not-future';
import type { KeepPromiseDto, KeptDto } from './reply.dto';

/** Follow-up (回头看) of what class-B replies promised. */
@Injectable()
export class PromisesService {
  constructor(private readonly door: Door) {}

  keep(actor: Actor, id: number, given: KeepPromiseDto): Promise<KeptDto> {
    const { promiseId, evidence, keptOn } = given;
    const deed = onAssignment('keepPromise', actor, id, given);
    return this.door.perform<AssignmentFacts, Pick<KeptDto, 'class' | 'firstClass'>>(deed, async (act) => {
      refuseFuture(act, 'keptOn', '兑现日期', keptOn);
      const promise = await openPromise(act, promiseId);
      const kept = { evidence, keptOn, keptAt: act.now.at, keptBy: actor.accountId, rejection: null };
      await act.em.update(Promised, promiseId, kept);
      act.settle('promise', promiseId);
      await settleQuestions(act, promise, evidence);
      const classes = await this.reclassify(act, promise.replyId);
      act.note({ promiseId, keptOn, evidence, class: classes.class });
      return classes;
    });
  }

  /** When a B is later done it becomes A, and the first class is kept. */
  private async reclassify(act: Act, replyId: number): Promise<Pick<KeptDto, 'class' | 'firstClass'>> {
    const reply = await act.em.findOneByOrFail(Reply, { id: replyId });
    const isOpen = await act.em.existsBy(Promised, { replyId, keptAt: IsNull() });
    const done = reply.class === 'B' && !isOpen;
    if (done) await act.em.update(Reply, replyId, { class: 'A' });
    return { class: done ? 'A' : reply.class!, firstClass: reply.firstClass! };
  }
}

async function openPromise(act: Act, promiseId: number): Promise<Promised> {
  const promise = await act.em.findOneBy(Promised, { id: promiseId, assignmentId: act.id });
  if (promise && promise.keptAt === null) return promise;
  const [code, message] = promise
    ? ['alreadyKept', '该承诺事项已经兑现，无需重复登记。']
    : ['unknown', '「承诺事项」不属于这份答复，请重新选择。'];
  throw new Invalid([fault('promiseId', code, message)]);
}
