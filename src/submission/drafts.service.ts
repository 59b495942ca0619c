import { Injectable } from '@nestjs/common';
import { type Actor, wears } from '../lifecycle/people';
import { accept } from '../people/faults';
import { Names } from '../people/names.service';
import { SponsorKind } from '../people/sponsors/sponsor-kind.entity';
import type { Sponsor } from '../people/sponsors/sponsor.entity';
import type { Act } from '../proposals/act';
import type { DoneDto } from '../proposals/done.dto';
import { Door } from '../proposals/door';
import { ProposalText } from '../proposals/entities/proposal-text.entity';
import { Proposal } from '../proposals/entities/proposal.entity';
import { Sponsorship } from '../proposals/entities/sponsorship.entity';
import { onBehalfOf } from '../proposals/on-behalf';
import type { Parts } from './difference';
import type { DraftDto } from './drafts.dto';
import { chooseSession } from './session-choice';
import { contactOf, findSponsors, signatureName } from './signing-sponsor';
import { EMPTY_TEXT, NO_PARTICULARS, textFrom, Writing } from './writing';

/** How a proposal begins: as a draft of its sponsor, or entered by staff on behalf of one. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly door: Door,
    private readonly names: Names,
    private readonly writing: Writing,
  ) {}

  async draft(actor: Actor, dto: DraftDto): Promise<DoneDto> {
    const intent = { sponsor: dto.sponsorId };
    const behalf = await onBehalfOf(this.names, actor, dto.sponsorId);
    const deed = { machine: 'proposal', action: 'draft', id: null, actor, intent } as const;
    return this.door.perform({ ...deed, onBehalfOf: behalf }, (act) => this.begin(act, dto));
  }

  private async begin(act: Act, dto: DraftDto): Promise<void> {
    const { em, now } = act;
    const { found, faults } = await findSponsors(em, [dto.sponsorId], now.day, () => 'sponsorId');
    accept(faults);
    const [sponsor] = found;
    const text = textFrom(dto, EMPTY_TEXT);
    const id = await this.insert(act, dto, sponsor, text);
    const written = { proposalId: id, version: 1, kind: 'sponsor', note: null } as const;
    await em.insert(ProposalText, { ...text, ...written, byAccountId: act.actor.accountId, at: now.at });
    const name = await signatureName(em, sponsor, dto.signedAs);
    await em.insert(Sponsorship, { ...initiator(sponsor), name, proposalId: id });
    act.created(subjectOf(id, sponsor.id));
    act.note({ sponsor: name, subject: text.subject });
  }

  private async insert(
    { em, now, actor }: Act,
    dto: DraftDto,
    sponsor: Sponsor,
    text: Parts,
  ): Promise<number> {
    const session = await chooseSession(em, dto.sessionId, now);
    const particulars = await this.writing.particularsFrom(em, dto, NO_PARTICULARS, now.day);
    const { collective } = await em.findOneByOrFail(SponsorKind, { code: sponsor.kindCode });
    const entered = { enteredBy: actor.accountId, enteredOnBehalf: !wears(actor, 'sponsor', sponsor.id) };
    const whose = { sessionId: session.id, leadSponsorId: sponsor.id, collective, ...entered };
    const start = { stage: 'draft', version: 1, round: 1, isKey: false, draftedAt: now.at } as const;
    const row = { ...whose, ...start, ...particulars, subject: text.subject, textVersion: 1 };
    const { identifiers } = await em.insert(Proposal, row);
    return identifiers[0].id as number;
  }
}

/** The initiator is the first sponsor; the signature becomes final with the submission. */
function initiator(sponsor: Sponsor) {
  return { ...contactOf(sponsor), sponsorId: sponsor.id, place: 1, signature: 'agreed' } as const;
}

function subjectOf(id: number, leadSponsorId: number) {
  const place = { proposalId: id, officeId: null, unitId: null, leadSponsorId };
  return {
    machine: 'proposal',
    table: 'proposal',
    id,
    version: 1,
    stage: 'draft',
    ...place,
    facts: null,
  } as const;
}
