import type { EntityManager } from 'typeorm';
import type { Actor } from '../../lifecycle/people';
import type { Database } from '../../platform/database/database';
import type { Attachment } from '../entities/attachment.entity';
import type { CoreRow } from '../facts/case-rows';
import { readsScan } from '../visibility';

export type File = Pick<Attachment, 'id' | 'ownerKind' | 'ownerId' | 'name' | 'mime' | 'size' | 'addedAt'>;

/** Files of a case that the reader may open; those of a rating stay with the committee and its sponsor. */
export async function filesOf(
  db: Database,
  em: EntityManager,
  core: Pick<CoreRow, 'id'>,
  actor: Actor,
): Promise<File[]> {
  const files = await db.rows<File>(
    `SELECT "id", "ownerKind", "ownerId", "name", "mime", "size", "addedAt" FROM "attachment"
      WHERE "proposalId" = ? AND "removedAt" IS NULL ORDER BY "id"`,
    [core.id],
    em,
  );
  return files.filter((file) => file.ownerKind !== 'feedback' || readsScan(actor, file.ownerId));
}
