import { leadsOfRound, type ProposalFacts } from '../lifecycle/facts';
import { type Actor, wears } from '../lifecycle/people';
import { fault } from '../people/faults';
import { Invalid } from '../platform/web/errors';
import type { PublicationConsent } from '../proposals/entities/publication-consent.entity';
import { type ConsentDto, PARTIES, type Party } from './publication.dto';

export type Voice = Pick<PublicationConsent, 'party' | 'partyId'>;
type Bodies = Readonly<Record<Party, readonly number[]>>;

const THE_COMMITTEE = 0;

/**
 * In whose name somebody answers whom the table has let answer: of the sponsor that is named, else of the one party the
 * actor belongs to. A leader of several lead units speaks for them all. Throws Invalid when it could be one or the other.
 */
export function voicesOf(facts: ProposalFacts, actor: Actor, { party, sponsorId }: ConsentDto): Voice[] {
  const own = bodiesOf(facts, actor);
  const named = sponsorId == null ? own : { sponsor: [sponsorId], unit: [], committee: [] };
  const speaking = partyOf(named, party);
  if (speaking === 'sponsor' && named.sponsor.length > 1)
    throw unclear('sponsorId', 'required', '您代表不止一位提案者，请选择「提案者」。');
  return named[speaking].map((partyId) => ({ party: speaking, partyId }));
}

function bodiesOf(facts: ProposalFacts, actor: Actor): Bodies {
  const leads = new Set(leadsOfRound(facts).map(({ unitId }) => unitId));
  return {
    sponsor: facts.raters.filter((id) => wears(actor, 'sponsor', id)),
    unit: [...leads].filter((id) => wears(actor, 'unitLeader', id)),
    committee: wears(actor, 'committee') ? [THE_COMMITTEE] : [],
  };
}

function partyOf(bodies: Bodies, wanted: Party | null | undefined): Party {
  const possible = PARTIES.filter((party) => bodies[party].length > 0 && party === (wanted ?? party));
  if (possible.length === 1) return possible[0];
  throw possible.length > 1
    ? unclear('party', 'required', '您在本案中不止代表一方，请选择「答复方」。')
    : unclear('party', 'notYours', '不能以所选「答复方」的名义答复，请重新选择。');
}

const unclear = (...what: Parameters<typeof fault>) => new Invalid([fault(...what)]);
