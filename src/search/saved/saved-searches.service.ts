import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { fault } from '../../people/faults';
import { isoOf } from '../../platform/clock/calendar';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { Invalid, NotFound, Refused } from '../../platform/web/errors';
import { requireKnown } from '../known-references';
import type { SearchQuery } from '../searching/search.dto';
import { SavedSearch } from './saved-search.entity';
import type { SavedSearchDto, SaveSearchDto } from './saved-searches.dto';

const MOST = 50;
/** Of the longest words only the beginning is used anyway. */
const LONGEST = 500;
const OF_THE_MOMENT: readonly (keyof SearchQuery)[] = ['page', 'size', 'asOf'];

type Row = Omit<SavedSearch, 'criteria'> & { criteria: string };

/** Searches kept by name, each for the account that keeps it. */
@Injectable()
export class SavedSearches {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async list(accountId: number, em?: EntityManager): Promise<SavedSearchDto[]> {
    const sql = 'SELECT * FROM "savedSearch" WHERE "accountId" = ? ORDER BY "name", "id"';
    const rows = await this.database.rows<Row>(sql, [accountId], em);
    return rows.map(({ id, name, criteria, savedAt }) => ({
      ...{ id, name, savedAt },
      criteria: JSON.parse(criteria) as SearchQuery,
    }));
  }

  /** @throws Invalid when the name is taken or a filter names nothing, Refused when there are too many. */
  async save(accountId: number, { name, ...criteria }: SaveSearchDto): Promise<SavedSearchDto> {
    return this.database.transaction(async (em) => {
      const known = await this.list(accountId, em);
      if (known.length >= MOST) throw new Refused([TOO_MANY]);
      if (known.some((each) => each.name === name)) throw new Invalid([TAKEN]);
      await requireKnown(this.database, criteria, em);
      const savedAt = isoOf(this.clock.now());
      const kept = keptOf(criteria);
      const [id] = await this.database.insert(
        SavedSearch,
        [{ accountId, name, criteria: kept, savedAt }],
        em,
      );
      return { id, name, criteria: kept as SearchQuery, savedAt };
    });
  }

  /** @throws NotFound for what is not the account's own. */
  async remove(accountId: number, id: number): Promise<void> {
    await this.database.transaction(async (em) => {
      const sql = 'DELETE FROM "savedSearch" WHERE "id" = ? AND "accountId" = ?';
      if ((await this.database.change(sql, [id, accountId], em)) === 0) throw new NotFound();
    });
  }
}

function keptOf(criteria: SearchQuery): SavedSearch['criteria'] {
  const entries = Object.entries(criteria).filter(
    ([key, value]) =>
      value !== null && value !== undefined && !OF_THE_MOMENT.includes(key as keyof SearchQuery),
  ) as [string, string | number | boolean][];
  return Object.fromEntries(
    entries.map(([key, value]) => [key, typeof value === 'string' ? value.slice(0, LONGEST) : value]),
  );
}

const TAKEN = fault('name', 'taken', '「名称」已经用过，请换一个名称，或者先删去原来的检索。');
const TOO_MANY = { code: 'tooManySearches', message: `最多保存 ${MOST} 个检索，请先删去不再需要的。` };
