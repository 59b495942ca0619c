import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ProposalFacts } from '../lifecycle/facts';
import type { Actor } from '../lifecycle/people';
import { Names } from '../people/names.service';
import type { Act } from '../proposals/act';
import { Door } from '../proposals/door';
import { Dossier } from '../proposals/entities/dossier.entity';
import { PublicationConsent } from '../proposals/entities/publication-consent.entity';
import { onBehalfOf } from '../proposals/on-behalf';
import { clear } from './clearance';
import type { CheckDto, ConsentDto, SummariseDto } from './publication.dto';
import { type Voice, voicesOf } from './voices';

type OnCase = Act<ProposalFacts>;

/** What of a case may be published: the summary, who agreed, and that somebody looked for personal data. */
@Injectable()
export class DossiersService {
  constructor(
    private readonly door: Door,
    private readonly names: Names,
  ) {}

  /** A changed summary has to be checked again; the earlier ones stay in the history. */
  summarise(actor: Actor, id: number, { version, summary, extent }: SummariseDto) {
    const deed = { machine: 'proposal', action: 'summarise', id, actor, version } as const;
    return this.door.perform(deed, async (act: OnCase) => {
      const before = await act.em.findOneBy(Dossier, { proposalId: id });
      const summaryVersion = (before?.version ?? 0) + 1;
      const by = { summarisedBy: actor.accountId, summarisedAt: act.now.at };
      const values = { summary, extent, version: summaryVersion, ...by, checkedBy: null, checkedAt: null };
      if (before) await act.em.update(Dossier, before.id, values);
      else await act.em.insert(Dossier, { ...values, proposalId: id });
      act.note({ summaryVersion, before: before?.summary ?? null, after: summary, extent });
      return { summaryVersion };
    });
  }

  /** Records that somebody looked; every place that looks like personal data has to be cut or said to be fine. */
  checkPersonalData(actor: Actor, id: number, { version, accepted }: CheckDto) {
    const deed = { machine: 'proposal', action: 'checkPersonalData', id, actor, version } as const;
    return this.door.perform(deed, async (act: OnCase) => {
      const dossier = await act.em.findOneByOrFail(Dossier, { proposalId: id });
      const hits = clear(dossier.summary, accepted);
      await act.em.update(Dossier, dossier.id, { checkedBy: actor.accountId, checkedAt: act.now.at });
      act.note({ summaryVersion: dossier.version, accepted: hits });
      return { hits };
    });
  }

  /** Each for itself; of a sponsor who answers by telephone or on paper the committee enters it. */
  async consent(actor: Actor, id: number, { version, ...dto }: ConsentDto) {
    const { answer, note = null, sponsorId } = dto;
    const behalf = sponsorId == null ? null : await onBehalfOf(this.names, actor, sponsorId);
    const intent = { rater: sponsorId ?? undefined, onBehalf: behalf !== null };
    const about = { id, actor, version, onBehalfOf: behalf, intent };
    const deed = { machine: 'proposal', action: 'consentToPublication', ...about } as const;
    return this.door.perform(deed, async (act: OnCase) => {
      const voices = voicesOf(act.facts, actor, dto);
      const said = { answer, note, onBehalf: intent.onBehalf, byAccountId: actor.accountId, at: act.now.at };
      for (const voice of voices) await say(act.em, { proposalId: id, ...voice }, said);
      act.note({ voices, answer, note });
      return { voices };
    });
  }
}

/** The newest word counts. */
async function say(
  em: EntityManager,
  who: Voice & { proposalId: number },
  said: Omit<PublicationConsent, 'id' | 'proposalId' | keyof Voice>,
): Promise<void> {
  const before = await em.findOneBy(PublicationConsent, who);
  if (before) await em.update(PublicationConsent, before.id, said);
  else await em.insert(PublicationConsent, { ...who, ...said });
}
