import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database';
import type { RegisterName } from './directory-rows';
import type { NameOf } from './registers';

const NAMES: Partial<Record<RegisterName, string>> = {
  offices: 'SELECT "id" AS "key", "name" FROM "assigningOffice"',
  terms: 'SELECT "id" AS "key", "name" FROM "term"',
  'sponsor-kinds': 'SELECT "code" AS "key", "name" FROM "sponsorKind"',
  sponsors: `SELECT "id" AS "key", "name" FROM "sponsor" WHERE "kindCode" <> 'member'`,
};

/** Names for columns that refer to other registers: a few short lists, read whole. */
@Injectable()
export class DirectoryNames {
  constructor(private readonly database: Database) {}

  async load(): Promise<NameOf> {
    const read = Object.entries(NAMES).map(async ([register, sql]) => {
      const rows = await this.database.rows<{ key: unknown; name: string }>(sql);
      return [register, new Map(rows.map(({ key, name }) => [String(key), name]))] as const;
    });
    const names = new Map(await Promise.all(read));
    return (register, id) => names.get(register)?.get(String(id)) ?? '';
  }
}
