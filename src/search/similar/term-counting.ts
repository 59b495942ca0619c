import { Injectable } from '@nestjs/common';
import { setImmediate as breathe } from 'node:timers/promises';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { byCase, contentOf } from '../indexing/case-content';
import type { PartName } from '../indexing/case-parts';
import type { Weigh } from './likeness';
import { wordsOf } from './profile';
import { SearchTerm } from './search-term.entity';
import { weighingBy } from './weights';

/** So many cases tell how common words are; more would not tell it better. */
const SAMPLE = 4000;
const BATCH = 100;
const ROWS = 500;
/** Another process may have counted anew. */
const FRESH_MS = 600_000;
/** What fewer cases of the sample have is rare, however rare it is. */
const FEWEST = 3;
const TEXTS: readonly PartName[] = ['subject', 'situation', 'analysis', 'recommendations'];

/** Keeps how common words are in proposals, beside the index. It changes slowly: a count now and then is enough. */
@Injectable()
export class TermCounting {
  private read?: { readonly at: number; readonly weigh: Weigh };

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Counts anew, over the newest cases. */
  async count(): Promise<void> {
    const sql = `SELECT "id" FROM "proposal" WHERE "submittedAt" IS NOT NULL ORDER BY "id" DESC LIMIT ?`;
    const ids = (await this.database.rows<{ id: number }>(sql, [SAMPLE])).map(({ id }) => id);
    const counts = new Map<string, number>();
    for (let at = 0; at < ids.length; at += BATCH) {
      await this.add(ids.slice(at, at + BATCH), counts);
      await breathe();
    }
    await this.keep(ids.length, counts);
    this.read = undefined;
  }

  /** What words say, as they were last counted; kept in memory, because every comparison asks for thousands. */
  async weighing(): Promise<Weigh> {
    const now = this.clock.now().getTime();
    if (!this.read || now - this.read.at > FRESH_MS) this.read = { at: now, weigh: await this.readAll() };
    return this.read.weigh;
  }

  private async readAll(): Promise<Weigh> {
    const rows = await this.database.rows<SearchTerm>('SELECT "term", "cases" FROM "searchTerm"');
    const counts = new Map(rows.map(({ term, cases }) => [term, cases]));
    return weighingBy({ cases: counts.get('') ?? 0, counts });
  }

  private async add(ids: readonly number[], counts: Map<string, number>): Promise<void> {
    const pieces = byCase(await contentOf(this.database, this.database.reader, ids, TEXTS));
    for (const own of pieces.values())
      for (const term of wordsOf(own.map(({ text }) => text).join('\n')))
        counts.set(term, (counts.get(term) ?? 0) + 1);
  }

  private async keep(cases: number, counts: ReadonlyMap<string, number>): Promise<void> {
    const common = [...counts].filter(([, count]) => count >= FEWEST);
    const rows = [['', cases] as const, ...common];
    await this.database.transaction(async (em) => {
      await this.database.change('DELETE FROM "searchTerm"', [], em);
      for (let at = 0; at < rows.length; at += ROWS) {
        const some = rows.slice(at, at + ROWS);
        const marks = some.map(() => '(?, ?)').join(', ');
        const sql = `INSERT INTO "searchTerm" ("term", "cases") VALUES ${marks}`;
        await this.database.change(sql, some.flat(), em);
      }
    });
  }
}
