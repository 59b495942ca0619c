import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import type { ProposalFacts } from '../lifecycle/facts';
import type { Actor } from '../lifecycle/people';
import { fault } from '../people/faults';
import { asItStands } from '../platform/cleaning/cleaned';
import { Database } from '../platform/database/database';
import { FileStore } from '../platform/files/file-store';
import { Invalid } from '../platform/web/errors';
import type { Act } from '../proposals/act';
import { Door } from '../proposals/door';
import { AttachmentRelease } from '../proposals/entities/attachment-release.entity';
import { Dossier } from '../proposals/entities/dossier.entity';
import { AttachmentLooks, copyOf, type OpenedFile } from './attachment-looks';
import { faultOf, foundIn } from './clearance';
import { HitBook } from './hit-book';
import { strangersTo } from './people-names';
import type { ReleaseDto, WithdrawFileDto } from './publication.dto';
import { type Decisions, redacted, redactedUnits } from './redaction';
import { keyOf } from './searched-text';

type OnCase = Act<ProposalFacts>;

/** Files are published one by one, each as a cleaned copy, and as nothing else. */
@Injectable()
export class ReleasesService {
  constructor(
    private readonly door: Door,
    private readonly database: Database,
    private readonly store: FileStore,
    private readonly looks: AttachmentLooks,
    private readonly hits: HitBook,
  ) {}

  release(actor: Actor, id: number, { version, attachmentId, confirmed }: ReleaseDto) {
    const deed = { machine: 'proposal', action: 'releaseAttachment', id, actor, version } as const;
    return this.door.perform(deed, async (act: OnCase) => {
      await this.refuseTwice(act.em, id, attachmentId);
      const file = await this.looks.open(act.em, id, attachmentId);
      const { copy, hits } = await this.looks.found(act.em, file);
      if (copy.findings.some(({ code }) => code === 'uninspected') && !confirmed) throw new Invalid([UNSEEN]);
      await this.hits.keep(act.em, { proposalId: id, attachmentId }, hits);
      const made = await this.copy(act.em, file);
      const { findings } = copy;
      const by = { confirmed: Boolean(confirmed), releasedBy: actor.accountId, releasedAt: act.now.at };
      const row = {
        proposalId: id,
        attachmentId,
        ...made,
        findings: [...findings],
        ...by,
        withdrawnAt: null,
      };
      const { identifiers } = await act.em.insert(AttachmentRelease, row);
      await renew(act.em, id);
      act.note({ attachmentId, findings, confirmed: Boolean(confirmed), hash: made.hash });
      return { releaseId: identifiers[0].id as number, name: made.name, size: made.size, findings };
    });
  }

  /** Readers lose it at once, also from what is issued already. */
  withdraw(actor: Actor, id: number, { version, attachmentId, reason }: WithdrawFileDto) {
    const deed = { machine: 'proposal', action: 'withdrawAttachment', id, actor, version } as const;
    return this.door.perform(deed, async (act: OnCase) => {
      const open = { proposalId: id, attachmentId, withdrawnAt: IsNull() };
      const { affected } = await act.em.update(AttachmentRelease, open, { withdrawnAt: act.now.at });
      if (affected === 0) throw new Invalid([NOT_RELEASED]);
      await act.em.increment(Dossier, { proposalId: id }, 'version', 1);
      act.note({ attachmentId, reason });
    });
  }

  private async refuseTwice(em: EntityManager, proposalId: number, attachmentId: number): Promise<void> {
    const open = { proposalId, attachmentId, withdrawnAt: IsNull() };
    if (await em.existsBy(AttachmentRelease, open)) throw new Invalid([TWICE]);
  }

  /** Makes the copy, opens it again and looks: what somebody has not accepted must not be in it. */
  private async copy(em: EntityManager, { row, kind, bytes }: OpenedFile) {
    const { proposalId, id: attachmentId, mime } = row;
    const strangers = await strangersTo(this.database, em, proposalId);
    const decisions = await this.hits.decisions({ proposalId, attachmentId }, em);
    const made = copyOf({ kind, bytes }, (text) => redactedUnits(text, strangers, decisions));
    const name = redacted(row.name, strangers, decisions);
    const { text } = copyOf({ kind, bytes: made.content }, asItStands);
    refuseLeft(`${name}\n${text}`, strangers, decisions);
    const received = await this.store.receive(Readable.from([made.content]));
    await this.store.keep(received);
    return { name, mime, size: received.size, hash: received.hash };
  }
}

function refuseLeft(text: string, strangers: readonly string[], decisions: Decisions): void {
  const left = foundIn(text, strangers).filter((hit) => decisions.get(keyOf(hit.text)) !== 'accepted');
  if (left.length > 0) throw new Invalid(left.map((hit) => faultOf(hit, 'decisions')));
}

/** Whoever reviewed what is published has not seen this file; what was prepared does not have it. */
async function renew(em: EntityManager, proposalId: number): Promise<void> {
  await em.increment(Dossier, { proposalId }, 'version', 1);
  const unseen = { secrecyResult: null, secrecyOn: null, secrecyNote: null, secrecyBy: null };
  await em.update(Dossier, { proposalId }, unseen);
}

const UNSEEN = fault(
  'confirmed',
  'required',
  '程序无法检查该文件的内容和属性，请人工核对后勾选「已人工核对」。',
);
const TWICE = fault('attachmentId', 'released', '该附件已经公开，无需重复办理。');
const NOT_RELEASED = fault('attachmentId', 'notReleased', '该附件没有公开，请刷新后查看。');
