import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ProposalFacts } from '../lifecycle/facts';
import type { Actor } from '../lifecycle/people';
import { fault } from '../people/faults';
import { Names } from '../people/names.service';
import { Invalid } from '../platform/web/errors';
import type { Act } from '../proposals/act';
import { Door } from '../proposals/door';
import { Dossier } from '../proposals/entities/dossier.entity';
import { PublicationConsent } from '../proposals/entities/publication-consent.entity';
import { onBehalfOf } from '../proposals/on-behalf';
import { DossierChecks } from './dossier-checks';
import type { ConsentDto, SecrecyDto, SummariseDto } from './publication.dto';
import { type Voice, voicesOf } from './voices';

type OnCase = Act<ProposalFacts>;

/** What was looked at was another text. */
const UNSEEN = {
  ...{ checkedBy: null, checkedAt: null },
  ...{ secrecyResult: null, secrecyOn: null, secrecyNote: null, secrecyBy: null },
};

/** What of a case may be published: the summary, who agreed, and that it is no secret. */
@Injectable()
export class DossiersService {
  constructor(
    private readonly door: Door,
    private readonly names: Names,
    private readonly checks: DossierChecks,
  ) {}

  /** A changed summary has to be checked and reviewed again; the earlier ones stay in the history. */
  summarise(actor: Actor, id: number, { version, summary, extent, document }: SummariseDto) {
    const deed = { machine: 'proposal', action: 'summarise', id, actor, version } as const;
    return this.door.perform(deed, async (act: OnCase) => {
      const before = await act.em.findOneBy(Dossier, { proposalId: id });
      const summaryVersion = (before?.version ?? 0) + 1;
      const by = { summarisedBy: actor.accountId, summarisedAt: act.now.at };
      const chosen = document ?? before?.document ?? 'summary';
      const values = { summary, extent, document: chosen, version: summaryVersion, ...by, ...UNSEEN };
      if (before) await act.em.update(Dossier, before.id, values);
      else await act.em.insert(Dossier, { ...values, proposalId: id });
      await this.checks.look(act.em, id);
      act.note({ summaryVersion, before: before?.summary ?? null, after: summary, extent, document: chosen });
      return { summaryVersion };
    });
  }

  /** 定密审查: by one of the committee, on a day that is not still to come. */
  reviewSecrecy(actor: Actor, id: number, { version, result, reviewedOn, note }: SecrecyDto) {
    const deed = { machine: 'proposal', action: 'reviewSecrecy', id, actor, version } as const;
    return this.door.perform(deed, async (act: OnCase) => {
      if (reviewedOn > act.now.day) throw new Invalid([STILL_TO_COME]);
      const said = { secrecyResult: result, secrecyOn: reviewedOn, secrecyNote: note };
      await act.em.update(Dossier, { proposalId: id }, { ...said, secrecyBy: actor.accountId });
      act.note({ result, reviewedOn, note });
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

const STILL_TO_COME = fault('reviewedOn', 'stillToCome', '「审查日期」不能晚于今天，请重新填写。');

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
