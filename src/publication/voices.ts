import { leadsOfRound, type ProposalFacts } from '../lifecycle/facts';
import { type Actor, wears } from '../lifecycle/people';
import { Invalid } from '../platform/web/errors';
import type { PublicationConsent } from '../proposals/entities/publication-consent.entity';
import { type ConsentDto, PARTIES, type Party } from './publication.dto';

export type Voice = Pick<PublicationConsent, 'party' | 'partyId'>;

const THE_COMMITTEE = 0;

/**
 * In whose name an actor answers whom the table has let answer: of the sponsor that is named, else of the one party the
 * actor belongs to. A leader of several lead units speaks for them all. Throws Invalid when it could be either of two.
 */
export function voicesOf(facts: ProposalFacts, actor: Actor, { party, sponsorId }: ConsentDto): Voice[] {
  if (sponsorId != null) {
    if (party && party !== 'sponsor') throw fault('party', 'notASponsors', '指明了提案者时，「答复方」只能是提案者。');
    return [{ party: 'sponsor', partyId: sponsorId }];
  }
  const own = ownBodies(facts, actor);
  const open = PARTIES.filter((each) => own[each].length > 0 && each === (party ?? each));
  if (open.length === 0) throw fault('party', 'notYours', '您不能以所选「答复方」的名义答复，请重新选择。');
  if (open.length > 1) throw fault('party', 'required', '您在本案中不止代表一方，请选择「答复方」。');
  const [speaking] = open;
  if (speaking === 'sponsor' && own.sponsor.length > 1)
    throw fault('sponsorId', 'required', '您代表不止一位提案者，请选择「提案者」。');
  return own[speaking].map((partyId) => ({ party: speaking, partyId }));
}

function ownBodies(facts: ProposalFacts, actor: Actor): Record<Party, number[]> {
  const units = new Set(leadsOfRound(facts).map(({ unitId }) => unitId));
  return {
    sponsor: facts.raters.filter((id) => wears(actor, 'sponsor', id)),
    unit: [...units].filter((id) => wears(actor, 'unitLeader', id)),
    committee: wears(actor, 'committee') ? [THE_COMMITTEE] : [],
  };
}

const fault = (field: string, code: string, message: string) => new Invalid([{ field, code, message }]);
