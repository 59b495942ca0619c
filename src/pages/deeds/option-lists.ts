import { Injectable } from '@nestjs/common';
import { dayOf } from '../../platform/clock/calendar';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import type { Option } from '../../platform/pages/form-state';

const byPinyin = new Intl.Collator('zh-CN', { numeric: true });

interface Named {
  id: number;
  name: string;
  kind?: string | null;
}

/** What there is to choose from in the directory, sorted as people look for it. Ended bodies are not offered. */
@Injectable()
export class OptionLists {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  units(): Promise<Option[]> {
    return this.valid('SELECT "id", "name", "kind" FROM "handlingUnit"');
  }

  offices(): Promise<Option[]> {
    return this.read('SELECT "id", "name" FROM "assigningOffice"');
  }

  sponsors(): Promise<Option[]> {
    return this.valid(`SELECT b."id", b."name", k."name" AS "kind" FROM "sponsor" b
      JOIN "sponsorKind" k ON k."code" = b."kindCode"`);
  }

  async sessions(): Promise<Option[]> {
    const rows = await this.database.rows<{ id: number; number: number; term: number }>(
      `SELECT s."id", s."number", t."number" AS "term" FROM "plenarySession" s
        JOIN "term" t ON t."id" = s."termId" ORDER BY t."number" DESC, s."number" DESC`,
    );
    return rows.map(({ id, number, term }) => ({ value: id, label: `第${term}届第${number}次会议` }));
  }

  async terms(): Promise<Option[]> {
    const rows = await this.database.rows<{ id: number; number: number }>(
      'SELECT "id", "number" FROM "term" ORDER BY "number" DESC',
    );
    return rows.map(({ id, number }) => ({ value: id, label: `第${number}届` }));
  }

  private async valid(sql: string): Promise<Option[]> {
    const today = dayOf(this.clock.now());
    const alias = sql.includes(' b ') ? 'b.' : '';
    return this.read(
      `${sql} WHERE ${alias}"validFrom" <= ? AND (${alias}"validTo" IS NULL OR ${alias}"validTo" >= ?)`,
      [today, today],
    );
  }

  private async read(sql: string, params: string[] = []): Promise<Option[]> {
    const rows = await this.database.rows<Named>(sql, params);
    return rows
      .map(({ id, name, kind }) => ({ value: id, label: name, ...(kind ? { group: kind } : {}) }))
      .sort(
        (one, other) =>
          byPinyin.compare(one.group ?? '', other.group ?? '') || byPinyin.compare(one.label, other.label),
      );
  }
}
