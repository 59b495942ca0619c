import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { isoOf } from '../../platform/clock/calendar';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { Invalid, NotFound, Refused } from '../../platform/web/errors';
import { specsOf } from '../../platform/web/field-specs';
import { ProposalsQuery } from '../../proposals/lists/list.dto';
import { SavedView } from './saved-view.entity';
import type { SavedViewDto, SaveViewDto } from './saved-views.dto';

const MOST = 20;
const TOO_MANY = {
  code: 'tooManyViews',
  message: `最多保存 ${MOST} 个常用筛选，请先删去不再需要的。`,
};
const TAKEN = {
  field: 'name',
  code: 'taken',
  message: '「名称」已经用过，请换一个名称，或者先删去原来的筛选。',
};

/** Ways of looking at the list of proposals kept by name, each for the account that keeps it. */
@Injectable()
export class SavedViews {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  list(accountId: number, em?: EntityManager): Promise<SavedViewDto[]> {
    const sql = 'SELECT "id", "name", "query" FROM "savedView" WHERE "accountId" = ? ORDER BY "name", "id"';
    return this.database.rows(sql, [accountId], em);
  }

  /** @throws Invalid when the name is taken, Refused when there are too many. */
  async save(accountId: number, given: SaveViewDto): Promise<SavedViewDto> {
    const { name } = given;
    const query = filtersIn(given.query ?? '');
    return this.database.transaction(async (em) => {
      const known = await this.list(accountId, em);
      if (known.length >= MOST) throw new Refused([TOO_MANY]);
      if (known.some((each) => each.name === name)) throw new Invalid([TAKEN]);
      const savedAt = isoOf(this.clock.now());
      const [id] = await this.database.insert(SavedView, [{ accountId, name, query, savedAt }], em);
      return { id, name, query };
    });
  }

  /** @throws NotFound for what is not the account's own, Invalid when the name is another's. */
  async rename(accountId: number, id: number, name: string): Promise<SavedViewDto> {
    return this.database.transaction(async (em) => {
      const known = await this.list(accountId, em);
      const own = known.find((each) => each.id === id);
      if (!own) throw new NotFound();
      if (known.some((each) => each.id !== id && each.name === name)) throw new Invalid([TAKEN]);
      await this.database.change('UPDATE "savedView" SET "name" = ? WHERE "id" = ?', [name, id], em);
      return { ...own, name };
    });
  }

  /** @throws NotFound for what is not the account's own. */
  async remove(accountId: number, id: number): Promise<void> {
    await this.database.transaction(async (em) => {
      const sql = 'DELETE FROM "savedView" WHERE "id" = ? AND "accountId" = ?';
      if ((await this.database.change(sql, [id, accountId], em)) === 0) throw new NotFound();
    });
  }
}

const FILTERS = specsOf(ProposalsQuery).flatMap(({ name }) => (name === 'page' ? [] : [name]));

/** The filters of the list in a query, in their own order; whatever else stands there is dropped. */
export function filtersIn(query: string): string {
  const asked = new URLSearchParams(query);
  const kept = FILTERS.flatMap((name) => {
    const value = asked.get(name);
    return value ? [[name, value]] : [];
  });
  return new URLSearchParams(kept).toString();
}
