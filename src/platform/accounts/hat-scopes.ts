import { Inject, Injectable } from '@nestjs/common';
import { Database } from '../database/database';
import { type FieldFault, Invalid } from '../web/errors';
import { HATS, type HatTables } from './hats';
import type { NewHat } from './worn-hats.service';

/** For whom a hat is worn: exactly those hats that stand for somebody name somebody, and one who is there. */
@Injectable()
export class HatScopes {
  constructor(
    private readonly database: Database,
    @Inject(HATS) private readonly tables: HatTables,
  ) {}

  /**
   * Throws `Invalid` naming the faulty hats; `pathOf` is the path of one in what was sent. A hat worn for a number that nobody has
   * yet would be worn for whoever gets it.
   */
  async check(hats: readonly NewHat[], pathOf: (at: number) => string = () => ''): Promise<void> {
    const faults = await Promise.all(hats.map((hat, at) => this.faultOf(hat, pathOf(at))));
    const found = faults.filter((fault) => fault !== null);
    if (found.length > 0) throw new Invalid(found);
  }

  private async faultOf({ hat, scopeId = null }: NewHat, path: string): Promise<FieldFault | null> {
    const fault = (code: string, message: string) => ({ field: `${path}scopeId`, code, message });
    if (!Object.hasOwn(this.tables, hat)) return null; // that there is no such hat is said where it is given
    const table = this.tables[hat];
    if (table === null)
      return scopeId === null ? null : fault('notExpected', '这种身份不代表某个单位或个人，请勿填写编号。');
    if (scopeId === null) return fault('required', '请填写这种身份所代表的单位或个人的编号。');
    const rows = await this.database.rows(`SELECT 1 FROM "${table}" WHERE "id" = ?`, [scopeId]);
    return rows.length > 0 ? null : fault('unknown', '没有这个编号的单位或个人，请核对。');
  }
}
