import { Injectable } from '@nestjs/common';
import type { ProposalFacts } from '../lifecycle/facts';
import type { Actor } from '../lifecycle/people';
import type { Act } from '../proposals/act';
import { ProposalText } from '../proposals/entities/proposal-text.entity';
import { Proposal } from '../proposals/entities/proposal.entity';
import { Sponsorship } from '../proposals/entities/sponsorship.entity';
import { type Change, differenceOf, type Parts } from './difference';
import type { SavedDto, TextDto } from './drafts.dto';
import { Writer } from './writer';
import { textFrom, Writing } from './writing';

type Saved = Pick<SavedDto, 'textVersion' | 'askedAgain'>;

/** The text as it stands, and who has put their name to it. */
interface Page {
  proposal: Proposal;
  text: ProposalText;
  /** All but the first sponsor. */
  others: Sponsorship[];
}

/** Writing on: the text is saved as often as the writer's page likes, and never changes under a signature. */
@Injectable()
export class TextsService {
  constructor(
    private readonly writer: Writer,
    private readonly writing: Writing,
  ) {}

  save(actor: Actor, id: number, dto: TextDto): Promise<SavedDto> {
    return this.writer.perform<Saved>(actor, id, 'edit', dto, (act) => this.write(act, dto));
  }

  private async write(act: Act<ProposalFacts>, dto: TextDto): Promise<Saved> {
    const page = await pageOf(act);
    const { proposal, text } = page;
    const particulars = await this.writing.particularsFrom(act.em, dto, proposal, act.now.day);
    const parts = textFrom(dto, text);
    const changes = differenceOf(text, parts);
    act.set({ ...particulars, subject: parts.subject });
    act.note(changedParticulars(proposal, particulars));
    if (changes.length === 0) return { textVersion: text.version, askedAgain: 0 };
    return this.rewrite(act, page, parts, changes);
  }

  private async rewrite(
    act: Act<ProposalFacts>,
    { proposal, text, others }: Page,
    parts: Parts,
    changes: Change[],
  ): Promise<Saved> {
    if (proposal.convenerSignedAt) voidConvener(act, proposal);
    if (!isFixed({ proposal, text, others })) {
      await act.em.update(ProposalText, { id: text.id }, { ...parts, ...writtenBy(act) });
      act.note({ parts: changes.map(({ part }) => part) });
      return { textVersion: text.version, askedAgain: 0 };
    }
    const textVersion = text.version + 1;
    const row = { proposalId: act.id, version: textVersion, kind: 'sponsor', note: null } as const;
    await act.em.insert(ProposalText, { ...parts, ...row, ...writtenBy(act) });
    act.set({ textVersion });
    const signers = others.filter(({ signature }) => signature === 'agreed');
    for (const signer of signers) await askAgain(act, signer);
    act.note({ textVersion, changes, askedAgain: signers.map(({ name }) => name) });
    return { textVersion, askedAgain: signers.length };
  }
}

async function pageOf({ em, id, facts }: Act<ProposalFacts>): Promise<Page> {
  const proposal = await em.findOneByOrFail(Proposal, { id });
  const text = await em.findOneByOrFail(ProposalText, { proposalId: id, version: proposal.textVersion });
  const all = await em.find(Sponsorship, { where: { proposalId: id }, order: { place: 'ASC' } });
  return { proposal, text, others: all.filter(({ sponsorId }) => sponsorId !== facts.leadSponsorId) };
}

/** What somebody has signed, has been submitted or was written by staff stays as it is. */
function isFixed({ proposal, text, others }: Page): boolean {
  const submitted = proposal.submittedAt !== null && text.at <= proposal.submittedAt;
  return submitted || text.kind !== 'sponsor' || others.some((other) => other.signedVersion === text.version);
}

const writtenBy = ({ actor, now }: Act<ProposalFacts>) => ({ byAccountId: actor.accountId, at: now.at });

/** The convener has signed another text. */
function voidConvener(act: Act<ProposalFacts>, { convener }: Proposal): void {
  act.set({ convener: null, convenerSignedAt: null });
  act.note({ convenerVoided: convener });
}

async function askAgain(act: Act<ProposalFacts>, { id, sponsorId }: Sponsorship): Promise<void> {
  const asked = { signature: 'invited', invitedAt: act.now.at, answeredAt: null } as const;
  await act.em.update(Sponsorship, { id }, asked);
  act.start({ clock: 'cosign', subjectKind: 'sponsorship', subjectId: id, owerScope: sponsorId });
}

function changedParticulars(before: object, after: object): Record<string, unknown> {
  const values = before as Record<string, unknown>;
  const changed = Object.entries(after).filter(
    ([name, value]) => JSON.stringify(value) !== JSON.stringify(values[name]),
  );
  return Object.fromEntries(changed.map(([name, value]) => [name, { before: values[name], after: value }]));
}
