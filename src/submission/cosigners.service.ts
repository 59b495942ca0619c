import { Injectable } from '@nestjs/common';
import type { ProposalFacts, Signature } from '../lifecycle/facts';
import { type Actor, scopesOf } from '../lifecycle/people';
import { accept, fault } from '../people/faults';
import { Names } from '../people/names.service';
import type { Sponsor } from '../people/sponsors/sponsor.entity';
import { Database } from '../platform/database/database';
import type { Act } from '../proposals/act';
import type { DoneDto } from '../proposals/done.dto';
import { Door } from '../proposals/door';
import { Sponsorship } from '../proposals/entities/sponsorship.entity';
import { onBehalfOf } from '../proposals/on-behalf';
import type { AnswerDto, InviteDto } from './cosigners.dto';
import { contactOf, findSponsors } from './signing-sponsor';
import { Writer } from './writer';

const NOBODY = 0;

/** Co-signing (联名): asked by the first sponsor, answered by each for themselves, within a time. */
@Injectable()
export class CosignersService {
  constructor(
    private readonly writer: Writer,
    private readonly door: Door,
    private readonly database: Database,
    private readonly names: Names,
  ) {}

  invite(actor: Actor, id: number, dto: InviteDto): Promise<DoneDto> {
    return this.writer.perform(actor, id, 'inviteCosigners', dto, async (act) => {
      const there = await act.em.findBy(Sponsorship, { proposalId: id });
      const sponsors = await invitable(act, dto.sponsorIds, there);
      for (const sponsor of sponsors) await invite(act, sponsor, there);
      act.note({ invited: sponsors.map(({ name }) => name) });
    });
  }

  agree(actor: Actor, id: number, dto: AnswerDto): Promise<DoneDto> {
    return this.answer(actor, id, dto, 'cosign', async ({ em }) => {
      const sql = 'SELECT "textVersion" FROM "proposal" WHERE "id" = ?';
      const [{ textVersion }] = await this.database.rows<{ textVersion: number }>(sql, [id], em);
      return { signature: 'agreed', signedVersion: textVersion };
    });
  }

  decline(actor: Actor, id: number, dto: AnswerDto): Promise<DoneDto> {
    return this.answer(actor, id, dto, 'declineCosign', () => ({ signature: 'declined' }));
  }

  private async answer(
    actor: Actor,
    id: number,
    { version, sponsorId, opinion = null }: AnswerDto,
    action: 'cosign' | 'declineCosign',
    word: (act: Act<ProposalFacts>) => Promise<Answer> | Answer,
  ): Promise<DoneDto> {
    const asked = sponsorId ?? (await this.askedOf(actor, id));
    const behalf = await onBehalfOf(this.names, actor, asked);
    const deed = { machine: 'proposal', action, id, actor, version, intent: { asked } } as const;
    return this.door.perform<ProposalFacts>({ ...deed, onBehalfOf: behalf }, async (act) => {
      const row = await act.em.findOneByOrFail(Sponsorship, { proposalId: id, sponsorId: asked });
      const answer = await word(act);
      await act.em.update(Sponsorship, { id: row.id }, { ...answer, opinion, answeredAt: act.now.at });
      act.settle('cosign', row.id);
      act.note({ sponsor: row.name, ...answer, opinion });
    });
  }

  /** Whom the actor can only mean. Nobody when none of theirs is invited: the rules then say so. */
  private async askedOf(actor: Actor, id: number): Promise<number> {
    const own = scopesOf(actor, 'sponsor');
    const rows = await this.database.reader.findBy(Sponsorship, { proposalId: id, signature: 'invited' });
    const asked = rows.map(({ sponsorId }) => sponsorId).filter((sponsorId) => own.includes(sponsorId));
    if (asked.length > 1)
      accept([fault('sponsorId', 'required', '您代表的多个提案者都受到邀请，请选择其一。')]);
    return asked[0] ?? NOBODY;
  }
}

interface Answer {
  signature: Signature;
  signedVersion?: number;
}

async function invitable(act: Act, ids: number[], there: Sponsorship[]): Promise<Sponsor[]> {
  const field = (at: number) => `sponsorIds.${at}`;
  const { found, faults } = await findSponsors(act.em, ids, act.now.day, field);
  const signers = there.filter(({ signature }) => signature === 'agreed' || signature === 'invited');
  const twice = ids.flatMap((id, at) => {
    const signer = signers.find(({ sponsorId }) => sponsorId === id);
    return signer ? [fault(field(at), 'alreadyAsked', `“${signer.name}”已在联名之列，无需再次邀请。`)] : [];
  });
  accept([...faults, ...twice]);
  return found;
}

/** Who declined or let the time pass may be asked once more, and keeps the place. */
async function invite(act: Act, sponsor: Sponsor, there: Sponsorship[]): Promise<void> {
  const asked = {
    ...contactOf(sponsor),
    signature: 'invited',
    invitedAt: act.now.at,
    answeredAt: null,
  } as const;
  const earlier = there.find(({ sponsorId }) => sponsorId === sponsor.id);
  const id = earlier?.id ?? (await add(act, sponsor, there));
  await act.em.update(Sponsorship, { id }, asked);
  act.start({ clock: 'cosign', subjectKind: 'sponsorship', subjectId: id, owerScope: sponsor.id });
}

async function add(act: Act, sponsor: Sponsor, there: Sponsorship[]): Promise<number> {
  const place = Math.max(0, ...there.map((each) => each.place)) + 1;
  const row = {
    proposalId: act.id,
    sponsorId: sponsor.id,
    place,
    name: sponsor.name,
    signature: 'invited',
  } as const;
  const added = act.em.create(Sponsorship, row);
  await act.em.insert(Sponsorship, added);
  there.push(added);
  return added.id;
}
