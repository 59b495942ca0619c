import { Injectable } from '@nestjs/common';
import type { ProposalFacts } from '../lifecycle/facts';
import { type Actor, scopesOf } from '../lifecycle/people';
import { accept, fault } from '../people/faults';
import { Names } from '../people/names.service';
import { Database } from '../platform/database/database';
import type { Act, Done } from '../proposals/act';
import { Door } from '../proposals/door';
import { MergeAnswer } from '../proposals/entities/merge-answer.entity';
import { Merging } from '../proposals/entities/merging.entity';
import { onBehalfOf } from '../proposals/on-behalf';
import { sponsorIdsOf } from './joint';
import type { AnswerMergeDto, DropMergeDto, ProposedMergeDto, ProposeMergeDto } from './merging.dto';
import { Principals } from './principals';

const OWN_PARTS = `SELECT a."sponsorId" FROM "mergeAnswer" a JOIN "merging" m ON m."id" = a."mergingId"
  WHERE m."followerId" = ? AND m."state" = 'proposed'`;

/** Before a merge both first sponsors are asked, and what each says is kept: agreed, objected, or no answer. */
@Injectable()
export class ConsentsService {
  constructor(
    private readonly door: Door,
    private readonly database: Database,
    private readonly names: Names,
    private readonly principals: Principals,
  ) {}

  propose(actor: Actor, id: number, wanted: ProposeMergeDto): Promise<ProposedMergeDto> {
    const deed = { machine: 'proposal', action: 'proposeMerge', id, actor, version: wanted.version } as const;
    return this.door.perform<ProposalFacts, { mergingId: number }>(deed, async (act) => {
      const principal = await this.principals.admit(act, wanted);
      await this.checkOrder(act, wanted);
      const mergingId = await insertMerging(act, wanted);
      const first = [act.facts.leadSponsorId, principal.facts.leadSponsorId];
      const asked = [...new Set(first.filter((sponsorId) => sponsorId !== null))];
      for (const sponsorId of asked) await ask(act, mergingId, sponsorId);
      act.note({ principalId: principal.id, reason: wanted.reason, asked });
      return { mergingId };
    });
  }

  /** By a sponsor who was asked, or by staff for one of them, recorded as such. */
  async answer(actor: Actor, id: number, given: AnswerMergeDto): Promise<Done> {
    const asked = given.sponsorId ?? (await this.ownPart(actor, id));
    const behalf = asked === undefined ? null : await onBehalfOf(this.names, actor, asked);
    const deed = { machine: 'proposal', action: 'answerMerge', id, actor, version: given.version } as const;
    return this.door.perform<ProposalFacts>(
      { ...deed, intent: { asked }, onBehalfOf: behalf },
      async (act) => {
        const { id: mergingId } = await openMerging(act);
        const row = await act.em.findOneByOrFail(MergeAnswer, { mergingId, sponsorId: asked });
        const { answer, note = null } = given;
        const by = { answeredAt: act.now.at, answeredBy: actor.accountId };
        await act.em.update(MergeAnswer, row.id, { answer, note, ...by });
        act.settle('mergeConsent', row.id);
        act.note({ sponsorId: row.sponsorId, before: row.answer, answer, note });
      },
    );
  }

  drop(actor: Actor, id: number, { version, reason = null }: DropMergeDto): Promise<Done> {
    const deed = { machine: 'proposal', action: 'dropMerge', id, actor, version } as const;
    return this.door.perform<ProposalFacts>(deed, async (act) => {
      const { id: mergingId, principalId } = await openMerging(act);
      const ended = { state: 'dropped', undoneAt: act.now.at, endReason: reason } as const;
      await act.em.update(Merging, mergingId, ended);
      act.note({ principalId, reason, asked: askedIn(act) });
    });
  }

  /** The sponsor the actor stands for among those asked; undefined for none, and for several, who have to say which. */
  private async ownPart(actor: Actor, followerId: number): Promise<number | undefined> {
    const asked = await this.database.rows<{ sponsorId: number }>(OWN_PARTS, [followerId]);
    const own = scopesOf(actor, 'sponsor').filter((id) => asked.some(({ sponsorId }) => sponsorId === id));
    return own.length === 1 ? own[0] : undefined;
  }

  private async checkOrder({ em, id }: Act, { principalId, sponsorOrder }: ProposeMergeDto): Promise<void> {
    if (!sponsorOrder) return;
    const sponsors = await sponsorIdsOf(this.database, em, [id, principalId]);
    const strangers = sponsorOrder.filter((sponsorId) => !sponsors.includes(sponsorId));
    const message = '「提案者排序」中有不属于这两件提案的提案者，请核对。';
    accept(strangers.length > 0 ? [fault('sponsorOrder', 'unknown', message)] : []);
  }
}

async function insertMerging({ em, id, actor, now }: Act, wanted: ProposeMergeDto): Promise<number> {
  const { principalId, reason, jointSubject = null } = wanted;
  const jointOrder = wanted.sponsorOrder?.length ? wanted.sponsorOrder : null;
  const agreed = { followerId: id, principalId, reason, jointSubject, jointOrder };
  const row = { ...agreed, state: 'proposed', proposedBy: actor.accountId, proposedAt: now.at } as const;
  return (await em.insert(Merging, row)).identifiers[0].id as number;
}

async function ask(act: Act, mergingId: number, sponsorId: number): Promise<void> {
  const { identifiers } = await act.em.insert(MergeAnswer, { mergingId, sponsorId });
  const subjectId = identifiers[0].id as number;
  act.start({ clock: 'mergeConsent', subjectKind: 'mergeAnswer', subjectId, owerScope: sponsorId });
}

/** The merge the follower at hand has been proposed for; the rule has made sure of it. */
export function openMerging({ em, id }: Act): Promise<Merging> {
  return em.findOneByOrFail(Merging, { followerId: id, state: 'proposed' });
}

/** Whom the question was put to: they are to be told of the end of it, too. */
export const askedIn = ({ facts }: Act<ProposalFacts>): number[] =>
  (facts.merge?.answers ?? []).map(({ sponsorId }) => sponsorId);
