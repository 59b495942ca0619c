import { Injectable } from '@nestjs/common';
import type { ProposalFacts } from '../lifecycle/facts';
import type { Actor } from '../lifecycle/people';
import { accept, fault } from '../people/faults';
import { AssigningOffice } from '../people/offices/assigning-office.entity';
import type { Done } from '../proposals/act';
import { onProposal } from '../proposals/deeds';
import { Door } from '../proposals/door';
import type { HandBackDto, HandOverDto } from './hand-over.dto';

/** The first of two levels (交办): from the committee to an assigning office. */
@Injectable()
export class HandOverService {
  constructor(private readonly door: Door) {}

  handOver(actor: Actor, id: number, given: HandOverDto): Promise<Done> {
    const { officeId } = given;
    return this.door.perform<ProposalFacts>(onProposal('handOver', actor, id, given), async (act) => {
      const office = await act.em.findOneBy(AssigningOffice, { id: officeId });
      if (!office) return accept([fault('officeId', 'unknown', '「交办单位」不在名录中，请重新选择。')]);
      act.set({ officeId, handedOverAt: act.now.at });
      act.note({ officeId, office: office.name });
    });
  }

  /** What belongs to another office goes back; the case is none of this office's any more. */
  handBack(actor: Actor, id: number, given: HandBackDto): Promise<Done> {
    return this.door.perform<ProposalFacts>(onProposal('handBack', actor, id, given), (act) => {
      act.set({ officeId: null, handedOverAt: null });
      act.note({ officeId: act.facts.officeId, reason: given.reason });
    });
  }
}
