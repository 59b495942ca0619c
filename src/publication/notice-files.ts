import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull } from 'typeorm';
import { Database } from '../platform/database/database';
import { FileStore } from '../platform/files/file-store';
import { NotFound } from '../platform/web/errors';
import { AttachmentRelease } from '../proposals/entities/attachment-release.entity';
import { NoticeFile } from '../proposals/entities/notice-file.entity';

interface Row {
  stage: string;
  name: string;
  mime: string;
  size: number;
  hash: string;
  withdrawnAt: string | null;
}

/** A cleaned copy to take along, at `/notices/{id}/files/{id}`. */
export interface PublicFileLine {
  readonly id: number;
  readonly name: string;
  readonly mime: string;
  readonly size: number;
}

/** What everybody may take along, or that it was there once. */
export interface ServedFile {
  readonly gone: boolean;
  readonly name: string;
  readonly mime: string;
  readonly size: number;
  readonly hash: string;
  readonly read: () => Promise<Readable>;
}

const FILE = `SELECT n."stage", r."name", r."mime", r."size", r."hash", r."withdrawnAt" FROM "noticeFile" f
  JOIN "notice" n ON n."id" = f."noticeId" JOIN "attachmentRelease" r ON r."id" = f."releaseId"
  WHERE f."id" = ? AND f."noticeId" = ?`;

/** The released copies that belong to a notice; the originals are out of reach from here. */
@Injectable()
export class NoticeFiles {
  constructor(
    private readonly database: Database,
    private readonly store: FileStore,
  ) {}

  /** What is released of the case now comes along with the item. */
  async fill(em: EntityManager, item: { id: number; noticeId: number; proposalId: number }): Promise<void> {
    await em.delete(NoticeFile, { noticeItemId: item.id });
    const where = { proposalId: item.proposalId, withdrawnAt: IsNull() };
    const released = await em.find(AttachmentRelease, { where, order: { id: 'ASC' } });
    for (const [at, { id: releaseId }] of released.entries()) {
      const belongs = { noticeId: item.noticeId, noticeItemId: item.id };
      await em.insert(NoticeFile, { ...belongs, releaseId, place: at + 1 });
    }
  }

  /** Throws NotFound before the notice is issued. */
  async open(noticeId: number, id: number): Promise<ServedFile> {
    const [row] = await this.database.rows<Row>(FILE, [id, noticeId]);
    if (!row || !['issued', 'takenDown'].includes(row.stage)) throw new NotFound();
    const { stage, withdrawnAt, name, mime, size, hash } = row;
    const gone = stage === 'takenDown' || withdrawnAt !== null;
    return { gone, name, mime, size, hash, read: () => this.store.read(hash) };
  }
}
