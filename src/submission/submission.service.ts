import { Injectable } from '@nestjs/common';
import type { ProposalFacts } from '../lifecycle/facts';
import type { Actor } from '../lifecycle/people';
import { Database } from '../platform/database/database';
import type { Act } from '../proposals/act';
import type { DeedDto } from '../proposals/deed.dto';
import type { DoneDto } from '../proposals/done.dto';
import { Proposal } from '../proposals/entities/proposal.entity';
import { Sponsorship } from '../proposals/entities/sponsorship.entity';
import { refreshContacts } from './signing-sponsor';
import type { ConvenerDto, SubmittedDto } from './submission.dto';
import { Writer } from './writer';

type Receipt = Pick<SubmittedDto, 'receiptNo' | 'origin'>;

/** Handing a proposal in: from here on the committee owes the next step. */
@Injectable()
export class SubmissionService {
  constructor(
    private readonly writer: Writer,
    private readonly database: Database,
  ) {}

  /** A collective proposal carries its convener's name; a later change of the text voids it. */
  signAsConvener(actor: Actor, id: number, dto: ConvenerDto): Promise<DoneDto> {
    return this.writer.perform(actor, id, 'signAsConvener', dto, (act) => {
      act.set({ convener: dto.name, convenerSignedAt: act.now.at });
      act.note({ convener: dto.name });
    });
  }

  submit(actor: Actor, id: number, dto: DeedDto): Promise<SubmittedDto> {
    return this.writer.perform<Receipt>(actor, id, 'submit', dto, async (act) => {
      const proposal = await act.em.findOneByOrFail(Proposal, { id });
      const lapsed = await lapse(act);
      await refreshContacts(act.em, id);
      await sign(act, proposal);
      const receipt = receiptOf(proposal) ?? (await this.issueReceipt(act, proposal.sessionId));
      act.set({ ...receipt, submittedAt: act.now.at });
      act.note({ ...receipt, textVersion: proposal.textVersion, lapsed });
      return receipt;
    });
  }

  /** Counting in the session's own row makes others wait for the commit, so that no number is left out or given twice. */
  private async issueReceipt({ em, facts, now }: Act<ProposalFacts>, sessionId: number): Promise<Receipt> {
    const count = 'UPDATE "plenarySession" SET "receiptNoLast" = "receiptNoLast" + 1 WHERE "id" = ?';
    await this.database.change(count, [sessionId], em);
    const read = 'SELECT "receiptNoLast" FROM "plenarySession" WHERE "id" = ?';
    const [{ receiptNoLast }] = await this.database.rows<{ receiptNoLast: number }>(read, [sessionId], em);
    return {
      receiptNo: receiptNoLast,
      origin: now.at <= facts.submissionDeadline ? 'session' : 'between',
    };
  }
}

/** Submitted once, a proposal keeps number and origin through every return. */
function receiptOf({ receiptNo, origin }: Proposal): Receipt | null {
  return receiptNo !== null && origin !== null ? { receiptNo, origin } : null;
}

/** Whoever has not answered by now does not sign; gives their names. */
async function lapse({ em, id }: Act<ProposalFacts>): Promise<string[]> {
  const open = { proposalId: id, signature: 'invited' } as const;
  const rows = await em.find(Sponsorship, { where: open, order: { place: 'ASC' } });
  await em.update(Sponsorship, open, { signature: 'lapsed' });
  return rows.map(({ name }) => name);
}

async function sign({ em, id, now }: Act<ProposalFacts>, { leadSponsorId, textVersion }: Proposal) {
  const signed = { signedVersion: textVersion, answeredAt: now.at };
  await em.update(Sponsorship, { proposalId: id, sponsorId: leadSponsorId }, signed);
}
