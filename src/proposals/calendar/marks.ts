import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../../platform/database/database';
import { SettingsMark } from '../entities/settings-mark.entity';

const SET = `INSERT INTO "settingsMark" ("name", "fingerprint") VALUES (?, ?)
  ON CONFLICT ("name") DO UPDATE SET "fingerprint" = excluded."fingerprint"
  WHERE "settingsMark"."fingerprint" <> excluded."fingerprint" RETURNING "name"`;

/** Remembers by name what was done last, so that it is done once, however many processes want to. */
@Injectable()
export class Marks {
  constructor(private readonly database: Database) {}

  /** Sets the mark; false when it already stood so, and then whatever it stands for has been done. */
  async set(em: EntityManager, name: SettingsMark['name'], fingerprint: string): Promise<boolean> {
    return (await this.database.rows(SET, [name, fingerprint], em)).length > 0;
  }

  async stands(name: SettingsMark['name'], fingerprint: string): Promise<boolean> {
    const sql = 'SELECT 1 FROM "settingsMark" WHERE "name" = ? AND "fingerprint" = ?';
    return (await this.database.rows(sql, [name, fingerprint])).length > 0;
  }
}
