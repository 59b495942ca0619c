import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../../platform/database/database';
import { type Entry, History } from '../../platform/history/history';
import { IndexWriter } from './index-writer';

const BATCH = 200;

/** Cases whose content changes when something else does: by the kind of the history's entry. */
const CASES_OF: Record<string, string> = {
  publication: `SELECT "proposalId" AS "id" FROM "noticeItem" WHERE "noticeId" = ? AND "proposalId" IS NOT NULL`,
  handlingUnit: 'SELECT "proposalId" AS "id" FROM "assignment" WHERE "unitId" = ?',
  plenarySession: 'SELECT "id" FROM "proposal" WHERE "sessionId" = ?',
  term: `SELECT p."id" FROM "proposal" p JOIN "plenarySession" s ON s."id" = p."sessionId" WHERE s."termId" = ?`,
};
/** Of what the directory keeps only this is found. */
const FOUND_OF: Record<string, string> = { handlingUnit: 'name', plenarySession: 'number', term: 'number' };

/**
 * Keeps the index with the record: whatever changes a case leaves an entry in the history, and the case is read again
 * as the last thing of that transaction, once.
 */
@Injectable()
export class IndexKeeping implements OnModuleInit {
  private readonly told = new WeakMap<EntityManager, Entry[]>();

  constructor(
    private readonly database: Database,
    private readonly history: History,
    private readonly writer: IndexWriter,
  ) {}

  onModuleInit(): void {
    this.history.onAppend((em, entries) => {
      const known = this.told.get(em);
      if (known) known.push(...entries);
      else this.begin(em, entries);
    });
  }

  private begin(em: EntityManager, entries: readonly Entry[]): void {
    const told = [...entries];
    this.told.set(em, told);
    this.database.beforeCommit(em, () => this.keep(em, told));
  }

  private async keep(em: EntityManager, told: readonly Entry[]): Promise<void> {
    const ids = new Set(told.flatMap(({ proposalId }) => proposalId ?? []));
    for (const entry of told) for (const id of await this.casesOf(em, entry)) ids.add(id);
    // In one order, so that two who write the same cases never wait for each other.
    const all = [...ids].sort((a, b) => a - b);
    for (let at = 0; at < all.length; at += BATCH) await this.writer.write(em, all.slice(at, at + BATCH));
  }

  private async casesOf(em: EntityManager, { kind, subjectId, change }: Entry): Promise<number[]> {
    if (!Object.hasOwn(CASES_OF, kind) || subjectId === null) return [];
    const { after } = change as { after?: object };
    if (kind in FOUND_OF && !(after && FOUND_OF[kind] in after)) return [];
    const rows = await this.database.rows<{ id: number }>(CASES_OF[kind], [subjectId], em);
    return rows.map(({ id }) => id);
  }
}
