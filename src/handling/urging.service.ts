import { Injectable } from '@nestjs/common';
import type { ProposalFacts } from '../lifecycle/facts';
import type { Actor } from '../lifecycle/people';
import { Database } from '../platform/database/database';
import type { Act, Done } from '../proposals/act';
import { onProposal } from '../proposals/deeds';
import { Door } from '../proposals/door';
import { Proposal } from '../proposals/entities/proposal.entity';
import { Supervision } from '../proposals/entities/supervision.entity';
import { Urging } from '../proposals/entities/urging.entity';
import { refuseFuture } from './not-future';
import { UrgingRequestsService } from './urging-requests.service';
import type { SuperviseDto, UrgeDto, UrgedDto } from './urging.dto';

/** What committee and leaders do so that handling goes on: numbered urging letters (催办函), supervision (督办). */
@Injectable()
export class UrgingService {
  constructor(
    private readonly door: Door,
    private readonly database: Database,
    private readonly requests: UrgingRequestsService,
  ) {}

  async urge(actor: Actor, id: number, given: UrgeDto): Promise<UrgedDto> {
    const deed = onProposal('urge', actor, id, given);
    let granted = false;
    const done = await this.door.perform<ProposalFacts, { number: number }>(deed, async (act) => {
      const { sessionId } = await act.em.findOneByOrFail(Proposal, { id });
      const number = await this.nextNumber(act, sessionId);
      const by = { issuedBy: actor.accountId, issuedAt: act.now.at };
      await act.em.insert(Urging, { proposalId: id, sessionId, number, body: given.body, ...by });
      act.note({ number, body: given.body });
      granted = this.requests.grant(act);
      return { number };
    });
    // Answering a sponsor's request was a second deed on the same case.
    return granted ? { ...done, version: done.version + 1 } : done;
  }

  supervise(actor: Actor, id: number, given: SuperviseDto): Promise<Done> {
    return this.door.perform<ProposalFacts>(onProposal('supervise', actor, id, given), async (act) => {
      const { heldOn, leader, note } = given;
      refuseFuture(act, 'heldOn', '督办日期', heldOn);
      const by = { recordedBy: actor.accountId, recordedAt: act.now.at };
      await act.em.insert(Supervision, { proposalId: id, heldOn, leader, note, ...by });
      act.note({ heldOn, leader, note });
    });
  }

  /** Without gaps: whoever also writes a letter in this session waits until this one is kept or given up. */
  private async nextNumber({ em }: Act, sessionId: number): Promise<number> {
    await this.database.hold('plenarySession', [sessionId], em);
    return ((await em.maximum(Urging, 'number', { sessionId })) ?? 0) + 1;
  }
}
