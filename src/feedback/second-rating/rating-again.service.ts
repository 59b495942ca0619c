import { Injectable } from '@nestjs/common';
import type { ProposalFacts } from '../../lifecycle/facts';
import { type Actor, scopesOf } from '../../lifecycle/people';
import { Database } from '../../platform/database/database';
import type { Done } from '../../proposals/act';
import { onProposal } from '../../proposals/deeds';
import { Door } from '../../proposals/door';
import { SecondRating } from '../../proposals/entities/second-rating.entity';
import { isDissatisfied } from '../../proposals/facts/proposal-facts';
import type { RateAgainDto } from './second-ratings.dto';

const OPEN = `SELECT "sponsorId" FROM "secondRating" WHERE "proposalId" = ? AND "state" = 'open'`;

/** What a sponsor says months later, once and in person. */
@Injectable()
export class RatingAgain {
  constructor(
    private readonly database: Database,
    private readonly door: Door,
  ) {}

  async rate(actor: Actor, id: number, given: RateAgainDto): Promise<Done> {
    const rater = given.sponsorId ?? (await this.ownSponsor(actor, id));
    const deed = onProposal('rateAgain', actor, id, given, { rater });
    return this.door.perform<ProposalFacts>(deed, async (act) => {
      const sponsorId = rater as number; // the rule has asked for it
      const { attitude, result, kept, text = null } = given;
      const said = { attitude, result, kept, text };
      const by = { answeredBy: actor.accountId, answeredAt: act.now.at };
      const asked = { proposalId: id, sponsorId, round: act.facts.round };
      await act.em.update(SecondRating, asked, { state: 'given', ...said, ...by });
      act.settle('secondFeedback', sponsorId);
      act.note({ sponsorId, round: asked.round, after: said });
      if (isDissatisfied(given))
        act.then({ machine: 'proposal', action: 'dissatisfiedAgain', id }, (next) =>
          next.note({ sponsorId }),
        );
    });
  }

  /** Of several bodies the actor stands for, the one that is asked here. */
  private async ownSponsor(actor: Actor, id: number): Promise<number | undefined> {
    const own = scopesOf(actor, 'sponsor');
    if (own.length < 2) return own[0];
    const asked = await this.database.rows<{ sponsorId: number }>(OPEN, [id]);
    const mine = asked.filter(({ sponsorId }) => own.includes(sponsorId));
    return mine.length === 1 ? mine[0].sponsorId : undefined;
  }
}
