import { Injectable } from '@nestjs/common';
import type { AssignmentFacts } from '../lifecycle/facts';
import type { Actor } from '../lifecycle/people';
import type { Done } from '../proposals/act';
import { onAssignment } from '../proposals/deeds';
import { Door } from '../proposals/door';
import { Consultation } from '../proposals/entities/consultation.entity';
import { refuseFuture } from './not-future';
import type { ConsultationDto } from './record.dto';

/** Meetings with sponsors (面商): without one, or the sponsor's word that none is wanted, there is no reply. */
@Injectable()
export class ConsultationsService {
  constructor(private readonly door: Door) {}

  record(actor: Actor, id: number, given: ConsultationDto): Promise<Done> {
    const deed = onAssignment('recordConsultation', actor, id, given);
    return this.door.perform<AssignmentFacts>(deed, async (act) => {
      const { heldOn, mode, people, outcome } = given;
      refuseFuture(act, 'heldOn', '面商日期', heldOn);
      const met = { heldOn, mode, people, outcome, declined: given.declined ?? false };
      const by = { recordedBy: actor.accountId, recordedAt: act.now.at };
      await act.em.insert(Consultation, { proposalId: act.proposalId, assignmentId: id, ...met, ...by });
      act.note(met);
    });
  }
}
