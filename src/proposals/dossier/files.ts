import type { EntityManager } from 'typeorm';
import type { Side } from '../../lifecycle/people';
import type { Database } from '../../platform/database/database';
import type { Attachment } from '../entities/attachment.entity';
import type { CoreRow } from '../facts/case-rows';

export type File = Pick<Attachment, 'id' | 'ownerKind' | 'ownerId' | 'name' | 'mime' | 'size' | 'addedAt'>;

/** Files of a case that the reader may open; those of a rating stay with committee and sponsors. */
export async function filesOf(
  db: Database,
  em: EntityManager,
  core: Pick<CoreRow, 'id'>,
  sides: readonly Side[] | 'all',
): Promise<File[]> {
  const files = await db.rows<File>(
    `SELECT "id", "ownerKind", "ownerId", "name", "mime", "size", "addedAt" FROM "attachment"
      WHERE "proposalId" = ? AND "removedAt" IS NULL ORDER BY "id"`,
    [core.id],
    em,
  );
  return files.filter((file) => file.ownerKind !== 'feedback' || readsScans(sides));
}

/** The scan of a rating is in the sponsor's hand: units never get it, not even after the round. */
export function readsScans(sides: readonly Side[] | 'all'): boolean {
  return sides === 'all' || sides.includes('committee') || sides.includes('sponsors');
}
