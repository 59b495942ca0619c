import { Injectable } from '@nestjs/common';
import type { Actor } from '../../lifecycle/people';
import { Database } from '../../platform/database/database';
import type { Dossier } from '../../proposals/entities/dossier.entity';
import { seesNotices, visibleTo } from '../../proposals/visibility';

export interface ItemSource {
  readonly proposalId: number;
  readonly summary: string | null;
  readonly extent: Dossier['extent'] | null;
}

/** What the cases of a notice say today, for those whose business their dossiers are. */
@Injectable()
export class NoticeSources {
  constructor(private readonly database: Database) {}

  async of(actor: Actor, noticeId: number): Promise<ReadonlyMap<number, ItemSource>> {
    if (!seesNotices(actor)) return new Map();
    const gate = visibleTo(actor);
    const sql = `SELECT p."id" AS "proposalId", d."summary", d."extent" FROM "noticeItem" i
      JOIN "proposal" p ON p."id" = i."proposalId" LEFT JOIN "dossier" d ON d."proposalId" = p."id"
      WHERE i."noticeId" = ? AND ${gate.sql}`;
    const rows = await this.database.rows<ItemSource>(sql, [noticeId, ...gate.params]);
    return new Map(rows.map((row) => [row.proposalId, row]));
  }
}
