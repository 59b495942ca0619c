import { Injectable } from '@nestjs/common';
import type { AssignmentFacts } from '../lifecycle/facts';
import type { Actor } from '../lifecycle/people';
import type { Done } from '../proposals/act';
import { dropCountersignatures } from '../proposals/countersignatures';
import type { DeedDto } from '../proposals/deed.dto';
import { onAssignment } from '../proposals/deeds';
import { Door } from '../proposals/door';
import { lapseRequests } from '../proposals/requests';
import type { RecallDto } from './requests.dto';

/** Taking a case on, and the office's taking it back by itself. */
@Injectable()
export class AcknowledgementService {
  constructor(private readonly door: Door) {}

  acknowledge(actor: Actor, id: number, given: DeedDto): Promise<Done> {
    const deed = onAssignment('acknowledge', actor, id, given);
    return this.door.perform<AssignmentFacts>(deed, (act) => act.set({ acknowledgedAt: act.now.at }));
  }

  recall(actor: Actor, id: number, given: RecallDto): Promise<Done> {
    const { reason } = given;
    return this.door.perform<AssignmentFacts>(onAssignment('recall', actor, id, given), async (act) => {
      act.set({ finishedAt: act.now.at, releaseReason: reason });
      await lapseRequests(act);
      await dropCountersignatures(act);
      act.note({ reason });
    });
  }
}
