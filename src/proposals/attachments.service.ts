import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import type { Actor } from '../lifecycle/people';
import { Database } from '../platform/database/database';
import type { Downloadable } from '../platform/files/download';
import { FileStore } from '../platform/files/file-store';
import { type Inspected, inspect } from '../platform/files/inspection';
import type { Upload } from '../platform/files/upload';
import { Invalid, NotFound } from '../platform/web/errors';
import type { Act } from './act';
import { Attachment } from './entities/attachment.entity';
import { Gate } from './gate';
import { Rules } from './rules';
import { readsScan } from './visibility';

/** What a file belongs to. */
export type Owner = Pick<Attachment, 'ownerKind' | 'ownerId'>;

/** Files of a case and of what is recorded on it: the content lies in the store, the row says whose it is. */
@Injectable()
export class Attachments {
  constructor(
    private readonly database: Database,
    private readonly store: FileStore,
    private readonly gate: Gate,
    private readonly rules: Rules,
  ) {}

  /**
   * Looks at an upload, lets `work` attach it inside the door, and drops it when that was refused.
   * Throws Invalid, naming the field `file`, before anything happens.
   */
  async holding<T>(upload: Upload | undefined, work: (file: Inspected) => Promise<T>): Promise<T> {
    try {
      return await work(await inspect(upload, this.rules.handling.attachments.kinds));
    } finally {
      if (upload) await this.store.discard(upload);
    }
  }

  /** Adds the file to its owner in the door's transaction: content first, so that no row ever names a file that is not there. */
  async attach({ em, now, actor, proposalId }: AttachingAct, owner: Owner, file: Inspected): Promise<number> {
    await this.refuseTooMany(em, { proposalId, ...owner }, file);
    await this.store.keep(file);
    const { name, mime, size, hash } = file;
    const added = { addedBy: actor.accountId, addedAt: now.at, removedAt: null };
    const row = { proposalId, ...owner, name, mime, size, hash, ...added };
    const { identifiers } = await em.insert(Attachment, row);
    return identifiers[0].id as number;
  }

  /** Takes the file away from its owner; row and content stay, because the history refers to them. */
  async detach({ em, now, proposalId }: AttachingAct, owner: Owner, id: number): Promise<Attachment> {
    const where = { id, proposalId, ...owner, removedAt: IsNull() };
    const attachment = await em.findOneBy(Attachment, where);
    if (!attachment) throw new NotFound();
    await em.update(Attachment, { id }, { removedAt: now.at });
    return attachment;
  }

  /** Opens a file for whoever may see it; throws NotFound for anybody else, as if there were none. */
  async open(actor: Actor, proposalId: number, id: number): Promise<Downloadable> {
    await this.gate.pass(actor, { table: 'proposal', proposalId });
    const where = { id, proposalId, removedAt: IsNull() };
    const attachment = await this.database.reader.findOneBy(Attachment, where);
    if (!attachment) throw new NotFound();
    if (attachment.ownerKind === 'feedback' && !readsScan(actor, attachment.ownerId)) throw new NotFound();
    const { name, mime, size, hash } = attachment;
    return { name, mime, size, content: await this.store.read(hash) };
  }

  private async refuseTooMany(em: EntityManager, owner: Owner & { proposalId: number }, file: Inspected) {
    const { maxPerProposal } = this.rules.handling.attachments;
    const { proposalId, ownerKind, ownerId } = owner;
    const where = { proposalId, ownerKind, ownerId, removedAt: IsNull() };
    const there = await em.findBy(Attachment, where);
    if (there.length >= maxPerProposal)
      throw faulty('tooMany', `附件最多 ${maxPerProposal} 个，请先移除不需要的。`);
    const twin = there.find(({ hash }) => hash === file.hash);
    if (twin) throw faulty('alreadyAttached', `该文件已经上传过，名为“${twin.name}”。`);
  }
}

type AttachingAct = Pick<Act, 'em' | 'now' | 'actor' | 'proposalId'>;

const faulty = (code: string, message: string) => new Invalid([{ field: 'file', code, message }]);
