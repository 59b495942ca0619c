import { Injectable } from '@nestjs/common';
import type { AssignmentFacts } from '../lifecycle/facts';
import type { Actor } from '../lifecycle/people';
import type { Done } from '../proposals/act';
import { onAssignment } from '../proposals/deeds';
import { Door } from '../proposals/door';
import { CoOpinion } from '../proposals/entities/co-opinion.entity';
import { DocumentNumbers } from './document-numbers';
import type { OpinionDto } from './record.dto';

/** Co-handlers' opinions (会办意见): to the lead, under numbers of their own, never to the sponsor. */
@Injectable()
export class OpinionsService {
  constructor(
    private readonly door: Door,
    private readonly numbers: DocumentNumbers,
  ) {}

  give(actor: Actor, id: number, given: OpinionDto): Promise<Done> {
    const deed = onAssignment('giveOpinion', actor, id, given);
    return this.door.perform<AssignmentFacts>(deed, async (act) => {
      const { docNo, body, signer } = given;
      await this.numbers.take(act, docNo);
      const by = { givenBy: actor.accountId, givenAt: act.now.at };
      const row = { proposalId: act.proposalId, assignmentId: id, docNo, body, signer, ...by };
      await act.em.insert(CoOpinion, row);
      act.set({ finishedAt: act.now.at });
      act.note({ docNo, signer });
    });
  }
}
