import { Injectable } from '@nestjs/common';
import type { AssignmentFacts } from '../lifecycle/facts';
import type { Actor } from '../lifecycle/people';
import { accept } from '../people/faults';
import type { Act, Done } from '../proposals/act';
import { dropCountersignatures } from '../proposals/countersignatures';
import type { DeedDto } from '../proposals/deed.dto';
import { onAssignment } from '../proposals/deeds';
import { Door } from '../proposals/door';
import { Reply } from '../proposals/entities/reply.entity';
import { changes, COUNTERSIGNED, type Draft, draftFaults, EMPTY, revised } from './draft';
import type { DraftReplyDto } from './reply.dto';

/** The lead's reply as it is being written: one of each lead in each round. */
@Injectable()
export class DraftsService {
  constructor(private readonly door: Door) {}

  draft(actor: Actor, id: number, given: DraftReplyDto): Promise<Done> {
    return this.door.perform<AssignmentFacts>(onAssignment('draftReply', actor, id, given), async (act) => {
      const before = await act.em.findOneBy(Reply, { assignmentId: id });
      const draft = revised(before ?? EMPTY, given);
      accept(draftFaults(draft));
      const changed = changes(before ?? EMPTY, draft);
      await this.save(act, before, draft);
      // After an audit sent it back: whoever countersigned did so for another text.
      if (changed.some((part) => COUNTERSIGNED.includes(part))) await dropCountersignatures(act);
      act.note({ changed });
    });
  }

  /** Takes the draft back from the co-handlers. */
  revise(actor: Actor, id: number, given: DeedDto): Promise<Done> {
    return this.door.perform<AssignmentFacts>(onAssignment('reviseDraft', actor, id, given), async (act) => {
      act.note({ fallenAway: await dropCountersignatures(act) });
    });
  }

  private async save(act: Act<AssignmentFacts>, before: Reply | null, draft: Draft): Promise<void> {
    const by = { draftedBy: act.actor.accountId, draftedAt: act.now.at };
    if (before) {
      await act.em.update(Reply, before.id, { ...draft, ...by });
      return;
    }
    const of = { proposalId: act.proposalId, assignmentId: act.id, round: act.facts.round };
    await act.em.insert(Reply, { ...of, ...draft, ...by, principalLeaderSigned: false });
  }
}
