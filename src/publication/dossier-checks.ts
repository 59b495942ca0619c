import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ProposalFacts } from '../lifecycle/facts';
import type { Actor } from '../lifecycle/people';
import { Invalid } from '../platform/web/errors';
import type { Act } from '../proposals/act';
import { Door } from '../proposals/door';
import { Dossier } from '../proposals/entities/dossier.entity';
import { AttachmentLooks } from './attachment-looks';
import { faultOf } from './clearance';
import { HitBook } from './hit-book';
import type { Hit } from './personal-data';
import { PublicTexts } from './public-text';
import type { CheckDto, DecideDto } from './publication.dto';
import { foundInText, publishable } from './publishable';
import { asSearched } from './searched-text';

type OnCase = Act<ProposalFacts>;

/** The look for personal data: what was found, what a person decided about each, and that nothing is left open. */
@Injectable()
export class DossierChecks {
  constructor(
    private readonly door: Door,
    private readonly hits: HitBook,
    private readonly texts: PublicTexts,
    private readonly files: AttachmentLooks,
  ) {}

  /** Writes down what the text holds now. */
  async look(em: EntityManager, proposalId: number): Promise<Hit[]> {
    const found = foundInText(await this.texts.of(em, proposalId));
    await this.hits.keep(em, { proposalId, attachmentId: 0 }, found);
    return found;
  }

  /** Decides about some of them, in the text or in one of the files; what is masked changes what is published. */
  decide(actor: Actor, id: number, { version, attachmentId, decisions }: DecideDto) {
    const deed = { machine: 'proposal', action: 'decidePersonalData', id, actor, version } as const;
    return this.door.perform(deed, async (act: OnCase) => {
      if (attachmentId) await this.files.lookForDecision(act.em, id, attachmentId);
      else await this.look(act.em, id);
      const looked = { proposalId: id, attachmentId: attachmentId ?? 0 };
      const changed = await this.hits.decide(act.em, looked, decisions, act);
      if (changed && !attachmentId) await renew(act.em, id);
      // Not what stood there: whoever reads the history must not find it in it.
      act.note({ attachmentId: attachmentId ?? null, decided: counted(decisions) });
    });
  }

  /** Records that somebody looked; every place has to be accepted, masked or cut. */
  checkPersonalData(actor: Actor, id: number, { version, accepted }: CheckDto) {
    const deed = { machine: 'proposal', action: 'checkPersonalData', id, actor, version } as const;
    return this.door.perform(deed, async (act: OnCase) => {
      const hits = await this.look(act.em, id);
      await this.accept(act, id, hits, accepted ?? []);
      await this.refuseOpen(act.em, id);
      const seen = { checkedBy: actor.accountId, checkedAt: act.now.at };
      await act.em.update(Dossier, { proposalId: id }, seen);
      act.note({ hits: hits.length });
      return { hits };
    });
  }

  private async accept(act: OnCase, proposalId: number, hits: readonly Hit[], accepted: readonly string[]) {
    const there = new Set(hits.map(({ text }) => text));
    const fine = accepted.map(asSearched).filter((text) => there.has(text));
    const decided = fine.map((text) => ({ text, decision: 'accepted' as const }));
    const looked = { proposalId, attachmentId: 0 };
    if (await this.hits.decide(act.em, looked, decided, act)) await renew(act.em, proposalId);
  }

  private async refuseOpen(em: EntityManager, proposalId: number): Promise<void> {
    const decisions = await this.hits.decisions({ proposalId, attachmentId: 0 }, em);
    const { open } = publishable(await this.texts.of(em, proposalId), decisions);
    if (open.length > 0) throw new Invalid(open.map((hit) => faultOf(hit)));
  }
}

/** What was prepared from the text before is not what the case says now. */
const renew = (em: EntityManager, proposalId: number) => em.increment(Dossier, { proposalId }, 'version', 1);

const counted = (decisions: DecideDto['decisions']): Record<string, number> =>
  Object.fromEntries(
    ['accepted', 'masked', 'cut'].map((kind) => [
      kind,
      decisions.filter(({ decision }) => decision === kind).length,
    ]),
  );
