import { Injectable } from '@nestjs/common';
import type { AssignmentFacts } from '../lifecycle/facts';
import type { Actor } from '../lifecycle/people';
import type { Act, Done } from '../proposals/act';
import type { DeedDto } from '../proposals/deed.dto';
import { onAssignment } from '../proposals/deeds';
import { Door } from '../proposals/door';
import { Countersignature } from '../proposals/entities/countersignature.entity';
import type { ExplainMissingDto, RemarkDto } from './reply.dto';

/** Countersigning (会签): every co-handler signs the lead's draft, or the lead says why one does not. */
@Injectable()
export class CountersigningService {
  constructor(private readonly door: Door) {}

  ask(actor: Actor, id: number, given: DeedDto): Promise<Done> {
    return this.door.perform<AssignmentFacts>(
      onAssignment('askCountersign', actor, id, given),
      async (act) => {
        const open = act.facts.coHandlers.filter((co) => !co.countersigned && !co.missingExplained);
        for (const { assignmentId, unitId } of open) {
          const nobody = { note: null, byAccountId: null, at: null };
          const row = { assignmentId: id, coAssignmentId: assignmentId, state: 'asked', ...nobody } as const;
          await act.em.insert(Countersignature, row);
          act.start({ clock: 'countersign', subjectId: assignmentId, owerScope: unitId });
        }
        act.note({ asked: open.map(({ unitId }) => unitId) });
      },
    );
  }

  /** The co-handler signs whatever draft waits for it. */
  sign(actor: Actor, id: number, given: RemarkDto): Promise<Done> {
    const note = given.note ?? null;
    return this.door.perform<AssignmentFacts>(onAssignment('countersign', actor, id, given), async (act) => {
      const signed = { state: 'signed', note, byAccountId: actor.accountId, at: act.now.at } as const;
      await act.em.update(Countersignature, { coAssignmentId: id, state: 'asked' }, signed);
      act.note({ note });
    });
  }

  explainMissing(actor: Actor, id: number, given: ExplainMissingDto): Promise<Done> {
    const { coAssignmentId, reason } = given;
    const deed = onAssignment('explainMissing', actor, id, given, { countersignMissing: coAssignmentId });
    return this.door.perform<AssignmentFacts>(deed, async (act) => {
      await explain(act, coAssignmentId, reason);
      act.settle('countersign', coAssignmentId);
      act.note({ coAssignmentId, reason });
    });
  }
}

/** A co-handler that joined after the others were asked has no row yet. */
async function explain(act: Act<AssignmentFacts>, coAssignmentId: number, reason: string): Promise<void> {
  const of = { assignmentId: act.id, coAssignmentId };
  const missing = {
    state: 'missing',
    note: reason,
    byAccountId: act.actor.accountId,
    at: act.now.at,
  } as const;
  const { affected } = await act.em.update(Countersignature, of, missing);
  if (!affected) await act.em.insert(Countersignature, { ...of, ...missing });
}
