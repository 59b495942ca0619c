import { Injectable } from '@nestjs/common';
import type { AssignmentFacts } from '../../lifecycle/facts';
import type { Actor } from '../../lifecycle/people';
import { fault } from '../../people/faults';
import { Invalid } from '../../platform/web/errors';
import type { Act } from '../../proposals/act';
import { onAssignment } from '../../proposals/deeds';
import { Door } from '../../proposals/door';
import { Promise as Promised } from '../../proposals/entities/promise.entity';
import { clear } from '../clearance';
import type { HidePromiseDto, ShowPromiseDto } from './promise-publicity.dto';

/** Whether the public may read of a promise: in words that somebody has looked through for personal data. */
@Injectable()
export class PromisePublicity {
  constructor(private readonly door: Door) {}

  show(actor: Actor, id: number, given: ShowPromiseDto) {
    const deed = onAssignment('showPromise', actor, id, given);
    return this.door.perform(deed, async (act: Act<AssignmentFacts>) => {
      const promise = await ownPromise(act, given.promiseId);
      const publicText = given.text ?? promise.text;
      const hits = clear(publicText, given.accepted);
      await act.em.update(Promised, promise.id, { isPublic: true, publicText });
      act.note({ promiseId: promise.id, publicText, accepted: hits });
      return { promiseId: promise.id, publicText, hits };
    });
  }

  hide(actor: Actor, id: number, given: HidePromiseDto) {
    const deed = onAssignment('hidePromise', actor, id, given);
    return this.door.perform(deed, async (act: Act<AssignmentFacts>) => {
      const { id: promiseId } = await ownPromise(act, given.promiseId);
      await act.em.update(Promised, promiseId, { isPublic: false });
      act.note({ promiseId });
    });
  }
}

async function ownPromise(act: Act, promiseId: number): Promise<Promised> {
  const promise = await act.em.findOneBy(Promised, { id: promiseId, assignmentId: act.id });
  if (promise) return promise;
  throw new Invalid([fault('promiseId', 'unknown', '「承诺事项」不属于这份答复，请重新选择。')]);
}
