import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import { fault } from '../people/faults';
import { asItStands, type Cleaned, type Rewrite } from '../platform/cleaning/cleaned';
import { cleanedCopy } from '../platform/cleaning/cleaning';
import { Uncleanable } from '../platform/cleaning/uncleanable';
import { Database } from '../platform/database/database';
import { kindOf } from '../platform/files/file-kind';
import { FileStore } from '../platform/files/file-store';
import { Invalid, NotFound } from '../platform/web/errors';
import { Attachment } from '../proposals/entities/attachment.entity';
import { AttachmentRelease } from '../proposals/entities/attachment-release.entity';
import { UNCLEANABLE_WORDS } from './attachment-words';
import { foundIn } from './clearance';
import { HitBook } from './hit-book';
import { strangersTo } from './people-names';
import type { Hit } from './personal-data';

/** A file of a case that may be published, with its content. Scans of ratings never may. */
export interface OpenedFile {
  readonly row: Attachment;
  readonly kind: string;
  readonly bytes: Buffer;
}

/** Looks into the files of a case before anybody publishes them. */
@Injectable()
export class AttachmentLooks {
  constructor(
    private readonly database: Database,
    private readonly store: FileStore,
    private readonly hits: HitBook,
  ) {}

  async open(em: EntityManager, proposalId: number, id: number): Promise<OpenedFile> {
    const where = { id, proposalId, ownerKind: In(['proposal', 'progress']), removedAt: IsNull() };
    const row = await em.findOneBy(Attachment, where);
    if (!row) throw new NotFound();
    const chunks: Buffer[] = [];
    for await (const chunk of await this.store.read(row.hash)) chunks.push(chunk as Buffer);
    const bytes = Buffer.concat(chunks);
    return { row, kind: kindOf(bytes) ?? '', bytes };
  }

  /** What the copy would say, and what of it looks like personal data. Its name is read as well. */
  async found(em: EntityManager, { row, ...file }: OpenedFile): Promise<{ copy: Cleaned; hits: Hit[] }> {
    const copy = copyOf(file, asItStands);
    const strangers = await strangersTo(this.database, em, row.proposalId);
    return { copy, hits: foundIn(`${row.name}\n${copy.text}`, strangers) };
  }

  /** What is published already was decided about; first it is withdrawn. */
  async lookForDecision(em: EntityManager, proposalId: number, attachmentId: number): Promise<void> {
    const released = { proposalId, attachmentId, withdrawnAt: IsNull() };
    if (await em.existsBy(AttachmentRelease, released)) throw new Invalid([RELEASED]);
    const { hits } = await this.found(em, await this.open(em, proposalId, attachmentId));
    await this.hits.keep(em, { proposalId, attachmentId }, hits);
  }
}

/** Throws Invalid, saying why, for what cannot be cleaned safely. */
export function copyOf({ kind, bytes }: Pick<OpenedFile, 'kind' | 'bytes'>, rewrite: Rewrite): Cleaned {
  try {
    return cleanedCopy(kind, bytes, rewrite);
  } catch (error) {
    if (!(error instanceof Uncleanable)) throw error;
    throw new Invalid([fault('attachmentId', error.reason, UNCLEANABLE_WORDS[error.reason])]);
  }
}

const RELEASED = fault('attachmentId', 'released', '该附件已经公开，请先撤回，再改变决定。');
