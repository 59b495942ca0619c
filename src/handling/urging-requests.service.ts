import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ProposalFacts } from '../lifecycle/facts';
import { type Actor, scopesOf } from '../lifecycle/people';
import { Database } from '../platform/database/database';
import type { Act, Done } from '../proposals/act';
import { onProposal } from '../proposals/deeds';
import { Door } from '../proposals/door';
import { UrgingRequest } from '../proposals/entities/urging-request.entity';
import type { AskUrgingDto, DeclineUrgingDto } from './urging.dto';

type Answer = Pick<UrgingRequest, 'state' | 'answer'>;

/** Sponsors ask that those at work be urged (请催办); the committee writes a letter or says why not. */
@Injectable()
export class UrgingRequestsService {
  constructor(
    private readonly door: Door,
    private readonly database: Database,
  ) {}

  ask(actor: Actor, id: number, given: AskUrgingDto): Promise<Done> {
    return this.door.perform<ProposalFacts>(onProposal('askUrging', actor, id, given), async (act) => {
      const [sponsorId] = scopesOf(actor, 'sponsor').filter((each) => act.facts.signers.includes(each));
      const by = { sponsorId, askedBy: actor.accountId, askedAt: act.now.at };
      const request = { proposalId: id, reason: given.reason, state: 'open', answer: null } as const;
      await this.database.insert(UrgingRequest, [{ ...request, ...by, answeredAt: null }], act.em);
      act.note({ reason: given.reason });
    });
  }

  decline(actor: Actor, id: number, given: DeclineUrgingDto): Promise<Done> {
    return this.door.perform<ProposalFacts>(onProposal('declineUrging', actor, id, given), async (act) => {
      await this.answer(act.em, id, { state: 'declined', answer: given.reason }, act.now.at);
      act.note({ reason: given.reason });
    });
  }

  /** Lets a letter answer the request that waits for one; false when none does. */
  grant(act: Act<ProposalFacts>): boolean {
    if (!act.facts.running.some(({ clock }) => clock === 'answerUrging')) return false;
    const { id } = act;
    act.then({ machine: 'proposal', action: 'urgingGranted', id }, async ({ em, now }) => {
      await this.answer(em, id, { state: 'urged', answer: null }, now.at);
    });
    return true;
  }

  private answer(em: EntityManager, proposalId: number, answer: Answer, answeredAt: string): Promise<number> {
    return this.database.update(UrgingRequest, { proposalId, state: 'open' }, { ...answer, answeredAt }, em);
  }
}
