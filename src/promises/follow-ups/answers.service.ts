import { Injectable } from '@nestjs/common';
import type { AssignmentFacts } from '../../lifecycle/facts';
import type { Actor } from '../../lifecycle/people';
import type { Done } from '../../proposals/act';
import { onAssignment } from '../../proposals/deeds';
import { Door } from '../../proposals/door';
import { FollowUpRequest } from '../../proposals/entities/follow-up-request.entity';
import type { AnswerFollowUpDto } from '../promises.dto';

/** What units say when they are asked how their promises stand. It keeps no promise: that is a deed of its own. */
@Injectable()
export class FollowUpAnswers {
  constructor(private readonly door: Door) {}

  answer(actor: Actor, id: number, given: AnswerFollowUpDto): Promise<Done> {
    const { requestId, situation, evidence } = given;
    const deed = onAssignment('answerFollowUp', actor, id, given, { request: requestId });
    return this.door.perform<AssignmentFacts>(deed, async (act) => {
      const { followUpId, promiseId } = await act.em.findOneByOrFail(FollowUpRequest, {
        id: requestId,
        assignmentId: id,
      });
      const answer = { situation, evidence, answeredBy: actor.accountId, answeredAt: act.now.at };
      await act.em.update(FollowUpRequest, requestId, { state: 'answered', ...answer });
      act.settle('followUp', requestId);
      act.note({ followUpId, requestId, promiseId, situation, evidence });
    });
  }
}
