import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ProposalFacts } from '../lifecycle/facts';
import { type Actor, scopesOf, wears } from '../lifecycle/people';
import { Invalid } from '../platform/web/errors';
import type { Act } from '../proposals/act';
import { Door } from '../proposals/door';
import { Dossier } from '../proposals/entities/dossier.entity';
import { PublicationConsent } from '../proposals/entities/publication-consent.entity';
import { personalDataIn } from './personal-data';
import type { CheckDto, ConsentDto, SummariseDto } from './publication.dto';

type Case = Act<ProposalFacts>;
type Party = Pick<PublicationConsent, 'party' | 'partyId'>;

/** What of a case may be published: the summary, who agreed, and that somebody looked for personal data. */
@Injectable()
export class DossiersService {
  constructor(private readonly door: Door) {}

  /** A changed summary has to be checked again. */
  summarise(actor: Actor, id: number, { version, summary, extent }: SummariseDto) {
    return this.door.perform(
      { machine: 'proposal', action: 'summarise', id, actor, version },
      async (act: Case) => {
        const before = await act.em.findOneBy(Dossier, { proposalId: id });
        const by = { summarisedBy: actor.accountId, summarisedAt: act.now.at };
        const values = { summary, extent, ...by, checkedBy: null, checkedAt: null };
        if (before) await act.em.update(Dossier, before.id, { ...values, version: before.version + 1 });
        else await act.em.insert(Dossier, { ...values, proposalId: id, version: 1 });
        act.note({ before: before?.summary ?? null, after: summary, extent });
      },
    );
  }

  /** Records that somebody looked; every place that looks like personal data has to be cut or said to be fine. */
  checkPersonalData(actor: Actor, id: number, { version, accepted }: CheckDto) {
    const deed = { machine: 'proposal', action: 'checkPersonalData', id, actor, version } as const;
    return this.door.perform(deed, async (act: Case) => {
      const dossier = await act.em.findOneBy(Dossier, { proposalId: id });
      if (!dossier) throw noSummary();
      const hits = personalDataIn(dossier.summary);
      const open = hits.filter((hit) => !(accepted ?? []).includes(hit.text));
      if (open.length > 0) throw new Invalid(open.map((hit) => faultOf(hit.text)));
      await act.em.update(Dossier, dossier.id, { checkedBy: actor.accountId, checkedAt: act.now.at });
      act.note({ accepted: hits });
      return { hits };
    });
  }

  consent(actor: Actor, id: number, dto: ConsentDto) {
    const { version, answer, note = null } = dto;
    const deed = { machine: 'proposal', action: 'consentToPublication', id, actor, version } as const;
    return this.door.perform(deed, async (act: Case) => {
      const party = partyOf(act.facts, actor, dto);
      const said = { answer, note, byAccountId: actor.accountId, at: act.now.at };
      await this.say(act.em, { proposalId: id, ...party }, said);
      act.note({
        ...party,
        answer,
        note,
        onBehalf: dto.sponsorId != null && !wears(actor, 'sponsor', dto.sponsorId),
      });
    });
  }

  /** The newest word counts. */
  private async say(
    em: EntityManager,
    who: Party & { proposalId: number },
    said: Partial<PublicationConsent>,
  ) {
    const before = await em.findOneBy(PublicationConsent, who);
    if (before) await em.update(PublicationConsent, before.id, said);
    else await em.insert(PublicationConsent, { ...who, ...said });
  }
}

/** In whose name the actor speaks: a first sponsor, the lead unit, or the committee. */
function partyOf(facts: ProposalFacts, actor: Actor, { sponsorId }: ConsentDto): Party {
  if (sponsorId != null) {
    const known = facts.raters.includes(sponsorId);
    const speaks = wears(actor, 'sponsor', sponsorId) || wears(actor, 'committee');
    if (!known || !speaks)
      throw new Invalid([{ field: 'sponsorId', code: 'notASponsor', message: NOT_A_SPONSOR }]);
    return { party: 'sponsor', partyId: sponsorId };
  }
  const own = scopesOf(actor, 'sponsor').find((id) => facts.raters.includes(id));
  if (own !== undefined) return { party: 'sponsor', partyId: own };
  const lead = facts.assignments.find((a) => a.role === 'lead' && wears(actor, 'unitLeader', a.unitId));
  return lead ? { party: 'unit', partyId: lead.unitId } : { party: 'committee', partyId: 0 };
}

const NOT_A_SPONSOR = '「提案者」不是本案的第一提案者，请核对后重新选择。';

const noSummary = () =>
  new Invalid([{ field: '', code: 'noSummary', message: '尚未编写办理落实情况摘要，请先编写摘要。' }]);

const faultOf = (text: string) => ({
  field: 'accepted',
  code: 'personalData',
  message: `摘要中的“${text}”疑似个人信息，请删改摘要，或者确认可以公开。`,
});
