import { Injectable } from '@nestjs/common';
import type { AssignmentFacts } from '../lifecycle/facts';
import type { Actor } from '../lifecycle/people';
import type { Upload } from '../platform/files/upload';
import { NotFound } from '../platform/web/errors';
import { Attachments } from '../proposals/attachments.service';
import type { Act, Done } from '../proposals/act';
import type { DeedDto } from '../proposals/deed.dto';
import { onAssignment } from '../proposals/deeds';
import { Door } from '../proposals/door';
import { Promise as Promised } from '../proposals/entities/promise.entity';
import { Reply } from '../proposals/entities/reply.entity';
import type { AttachedEvidenceDto, PromiseDeedDto, RefusePromiseDto } from './promises.dto';

const UNKEPT = { evidence: null, keptOn: null, keptAt: null, keptBy: null };

/** Whether a promise that is said to be kept has been kept: words and files of the unit, looked at by the committee. */
@Injectable()
export class PromiseEvidence {
  constructor(
    private readonly door: Door,
    private readonly attachments: Attachments,
  ) {}

  attach(
    actor: Actor,
    id: number,
    to: DeedDto & { promiseId: number },
    upload?: Upload,
  ): Promise<AttachedEvidenceDto> {
    const { promiseId } = to;
    return this.attachments.holding(upload, (file) => {
      const deed = onAssignment('attachEvidence', actor, id, to, { promise: promiseId });
      return this.door.perform<AssignmentFacts, { attachmentId: number }>(deed, async (act) => {
        if (!act.facts.promises.some((promise) => promise.id === promiseId)) throw new NotFound();
        const owner = { ownerKind: 'promise', ownerId: promiseId } as const;
        const attachmentId = await this.attachments.attach(act, owner, file);
        act.note({ promiseId, attachmentId, name: file.name });
        return { attachmentId };
      });
    });
  }

  confirm(actor: Actor, id: number, given: PromiseDeedDto): Promise<Done> {
    const { promiseId } = given;
    const deed = onAssignment('confirmEvidence', actor, id, given, { promise: promiseId });
    return this.door.perform<AssignmentFacts>(deed, async (act) => {
      const confirmed = { confirmedAt: act.now.at, confirmedBy: actor.accountId };
      await act.em.update(Promised, promiseId, confirmed);
      act.note({ promiseId });
    });
  }

  /** Open again; what the unit had said of it stays in the history. */
  reject(actor: Actor, id: number, given: RefusePromiseDto): Promise<Done> {
    const { promiseId, reason } = given;
    const deed = onAssignment('rejectEvidence', actor, id, given, { promise: promiseId });
    return this.door.perform<AssignmentFacts>(deed, async (act) => {
      const promise = await act.em.findOneByOrFail(Promised, { id: promiseId });
      await act.em.update(Promised, promiseId, { ...UNKEPT, rejection: reason });
      const { unitId: owerScope } = act.facts;
      const of = { clock: 'promise', subjectKind: 'promise', subjectId: promiseId } as const;
      act.start({ ...of, owerScope, given: promise.dueOn });
      await backToB(act, promise);
      act.note({ promiseId, reason, evidence: promise.evidence, keptOn: promise.keptOn });
    });
  }
}

/** It was A because all was kept; now not all is. */
async function backToB({ em }: Act, { replyId }: Promised): Promise<void> {
  await em.update(Reply, { id: replyId, firstClass: 'B' }, { class: 'B' });
}
