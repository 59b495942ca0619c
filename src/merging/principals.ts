import { Injectable } from '@nestjs/common';
import { decide } from '../lifecycle/decide';
import type { ProposalFacts } from '../lifecycle/facts';
import { SYSTEM } from '../lifecycle/people';
import { proposal } from '../lifecycle/proposal';
import { accept, fault } from '../people/faults';
import { Database } from '../platform/database/database';
import { Invalid } from '../platform/web/errors';
import type { Act } from '../proposals/act';
import { refusal } from '../proposals/door';
import type { Subject } from '../proposals/facts/subject';
import { Subjects } from '../proposals/facts/subjects';
import { Gate } from '../proposals/gate';
import type { ProposeMergeDto } from './merging.dto';

/** The case that others follow (主案). */
@Injectable()
export class Principals {
  constructor(
    private readonly database: Database,
    private readonly subjects: Subjects,
    private readonly gate: Gate,
  ) {}

  /** The principal wanted for the follower at hand. @throws Invalid, Refused when it takes nobody in. */
  async admit(act: Act<ProposalFacts>, wanted: ProposeMergeDto): Promise<Subject<ProposalFacts>> {
    const { principalId } = wanted;
    accept(
      principalId === act.id ? [fault('principalId', 'itself', '「主案」不能是本案自身，请另选主案。')] : [],
    );
    const principal = await this.find(act, principalId);
    if (!principal) throw new Invalid([fault('principalId', 'unknown', '「主案」不存在，请重新选择。')]);
    // The table's own row of the principal decides; what would be refused when merging is refused before asking anybody.
    if (!decide(proposal, 'joined', principal.facts, SYSTEM, act.now).rule)
      throw refusal(['principalNotOpen']);
    if (!wanted.acrossSessions) await this.requireSameSession(act, principalId);
    return principal;
  }

  private async find({ em, actor, now }: Act, id: number): Promise<Subject<ProposalFacts> | null> {
    if (!(await this.gate.seesProposal(actor, id, em))) return null;
    return (await this.subjects.load('proposal', id, now, em)) as Subject<ProposalFacts> | null;
  }

  private async requireSameSession({ em, id }: Act, principalId: number): Promise<void> {
    const sql = 'SELECT COUNT(DISTINCT "sessionId") AS "sessions" FROM "proposal" WHERE "id" IN (?, ?)';
    const [{ sessions }] = await this.database.rows<{ sessions: number }>(sql, [id, principalId], em);
    const message = '两案不属于同一次会议；确需并案的，请注明跨会议并案。';
    accept(sessions === 1 ? [] : [fault('acrossSessions', 'otherSession', message)]);
  }
}
