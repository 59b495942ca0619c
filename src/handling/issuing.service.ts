import { Injectable } from '@nestjs/common';
import type { AssignmentFacts } from '../lifecycle/facts';
import type { Actor } from '../lifecycle/people';
import { Database } from '../platform/database/database';
import type { Act } from '../proposals/act';
import { onAssignment } from '../proposals/deeds';
import { Door } from '../proposals/door';
import { Promise as Promised } from '../proposals/entities/promise.entity';
import { Reply } from '../proposals/entities/reply.entity';
import { lapseRequests } from '../proposals/requests';
import { citedOpinions } from './cited-opinions';
import { DocumentNumbers } from './document-numbers';
import type { IssuedDto, IssueReplyDto, MadePromiseDto } from './reply.dto';

type Issued = Pick<IssuedDto, 'replyId' | 'docNo' | 'class' | 'citedOpinions' | 'promises'>;

/** Signed and issued with a document number: from now on it is the unit's word to the sponsor. */
@Injectable()
export class IssuingService {
  constructor(
    private readonly door: Door,
    private readonly database: Database,
    private readonly numbers: DocumentNumbers,
  ) {}

  issue(actor: Actor, id: number, given: IssueReplyDto): Promise<IssuedDto> {
    const intent = { principalLeaderSigns: given.principalLeader };
    const deed = onAssignment('issueReply', actor, id, given, intent);
    return this.door.perform<AssignmentFacts, Issued>(deed, async (act) => {
      await this.numbers.take(act, given.docNo);
      const reply = await sign(act, given);
      const promises = await promise(act, reply);
      const cited = await citedOpinions(this.database, act.em, act.proposalId, act.facts.round);
      act.set({ finishedAt: act.now.at });
      await lapseRequests(act);
      act.note({
        docNo: given.docNo,
        signer: given.signer,
        class: reply.class,
        promises,
        citedOpinions: cited,
      });
      return { replyId: reply.id, docNo: given.docNo, class: reply.class!, citedOpinions: cited, promises };
    });
  }
}

async function sign(act: Act<AssignmentFacts>, given: IssueReplyDto): Promise<Reply> {
  const { docNo, signer, principalLeader: principalLeaderSigned } = given;
  const reply = await act.em.findOneByOrFail(Reply, { assignmentId: act.id });
  // Of what is promised now it may become true later: the class it was issued with is kept.
  const issued = { issuedAt: act.now.at, firstClass: reply.class };
  await act.em.update(Reply, reply.id, { docNo, signer, principalLeaderSigned, ...issued });
  return reply;
}

const OPEN = {
  ...{ evidence: null, keptOn: null, keptAt: null, keptBy: null },
  ...{ confirmedAt: null, confirmedBy: null, rejection: null, isPublic: false, publicText: null },
};

/** What is planned with dates becomes promises, each with a clock of its own. */
async function promise(act: Act<AssignmentFacts>, reply: Reply): Promise<MadePromiseDto[]> {
  const made: MadePromiseDto[] = [];
  for (const { text, dueOn } of reply.promises) {
    const open = { ...OPEN, firstDueOn: dueOn };
    const of = { proposalId: act.proposalId, assignmentId: act.id, replyId: reply.id };
    const { identifiers } = await act.em.insert(Promised, { ...of, text, dueOn, ...open });
    const id = identifiers[0].id as number;
    const owerScope = act.facts.unitId;
    act.start({ clock: 'promise', subjectKind: 'promise', subjectId: id, owerScope, given: dueOn });
    made.push({ id, text, dueOn });
  }
  return made;
}
