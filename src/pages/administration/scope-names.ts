import { Injectable } from '@nestjs/common';
import type { Hat } from '../../lifecycle/people';
import { HAT_TABLES } from '../../people/hat-tables';
import { Database } from '../../platform/database/database';
import type { Option } from '../../platform/pages/form-state';

interface Worn {
  readonly hat: string;
  readonly scopeId: number | null;
}

const byPinyin = new Intl.Collator('zh-CN', { numeric: true });

/** Whom hats are worn for, by name. */
@Injectable()
export class ScopeNames {
  constructor(private readonly database: Database) {}

  /** One query for each kind of body among these hats. */
  async of(hats: readonly Worn[]): Promise<(hat: string, scopeId: number) => string> {
    const tables = new Map<string, Set<number>>();
    for (const { hat, scopeId } of hats) {
      const table = HAT_TABLES[hat as Hat];
      if (table && scopeId !== null) tables.set(table, (tables.get(table) ?? new Set()).add(scopeId));
    }
    const names = new Map<string, string>();
    for (const [table, ids] of tables) {
      const marks = [...ids].map(() => '?').join(', ');
      const sql = `SELECT "id", "name" FROM "${table}" WHERE "id" IN (${marks})`;
      const rows = await this.database.rows<{ id: number; name: string }>(sql, [...ids]);
      for (const { id, name } of rows) names.set(`${table}.${id}`, name);
    }
    return (hat, scopeId) => names.get(`${HAT_TABLES[hat as Hat]}.${scopeId}`) ?? `编号 ${scopeId}`;
  }

  /** Those a hat can be worn for; undefined for a hat that is worn for nobody in particular. */
  async choices(hat: Hat): Promise<Option[] | undefined> {
    const table = HAT_TABLES[hat];
    if (!table) return undefined;
    const rows = await this.database.rows<{ id: number; name: string }>(
      `SELECT "id", "name" FROM "${table}"`,
    );
    return rows
      .map(({ id, name }) => ({ value: id, label: name }))
      .sort((one, other) => byPinyin.compare(one.label, other.label));
  }
}
