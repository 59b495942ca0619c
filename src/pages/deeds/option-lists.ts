import { Injectable } from '@nestjs/common';
import { dayOf } from '../../platform/clock/calendar';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { Kept } from '../../platform/database/kept';
import type { Option } from '../../platform/pages/form-state';
import { Rules } from '../../proposals/rules';
import { CaseLists } from './case-lists';

const byPinyin = new Intl.Collator('zh-CN', { numeric: true });

const coded = ({ code, label }: { code: string; label: string }): Option => ({ value: code, label });

interface Named {
  id: number;
  name: string;
  kind?: string | null;
}

/** What there is to choose from in the directory, sorted as people look for it. Ended bodies are not offered. */
@Injectable()
export class OptionLists {
  /** What there is to choose from in a case. */
  readonly cases: CaseLists;
  /** Pages with filters ask for whole directories, which change a few times a year. */
  private readonly kept: Kept<Option[]>;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rules: Rules,
  ) {
    this.cases = new CaseLists(database);
    this.kept = new Kept(database);
  }

  get settings(): Rules['handling'] {
    return this.rules.handling;
  }

  get today(): string {
    return dayOf(this.clock.now());
  }

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

  async sponsorKinds(): Promise<Option[]> {
    const rows = await this.database.rows<{ code: string; name: string }>(
      'SELECT "code", "name" FROM "sponsorKind"',
    );
    return rows.map(({ code, name }) => ({ value: code, label: name }));
  }

  categories(): Option[] {
    return this.settings.categories.map((value) => ({ value, label: value }));
  }

  notFiledReasons(): Option[] {
    return this.settings.notFiledReasons.map(coded);
  }

  dispositions(): Option[] {
    return this.settings.dispositions.map(coded);
  }

  /** With what each class means. */
  classes(): Option[] {
    return this.settings.classes.map(({ code, label }) => ({ value: code, label: `${code}类：${label}` }));
  }

  /** Who issued the newest notice and where to write: the next one seldom differs. */
  async lastNoticeHead(): Promise<Record<string, string> | undefined> {
    const sql = `SELECT "issuer", "contactAddress", "contactPhone" FROM "notice" ORDER BY "id" DESC LIMIT 1`;
    return (await this.database.rows<Record<string, string>>(sql))[0];
  }

  private async valid(sql: string): Promise<Option[]> {
    const { today } = this;
    const alias = sql.includes(' b ') ? 'b.' : '';
    return this.read(
      `${sql} WHERE ${alias}"validFrom" <= ? AND (${alias}"validTo" IS NULL OR ${alias}"validTo" >= ?)`,
      [today, today],
    );
  }

  private read(sql: string, params: string[] = []): Promise<Option[]> {
    return this.kept.of(JSON.stringify([sql, params]), () => this.sorted(sql, params));
  }

  private async sorted(sql: string, params: string[]): Promise<Option[]> {
    const rows = await this.database.rows<Named>(sql, params);
    return rows
      .map(({ id, name, kind }) => ({ value: id, label: name, ...(kind ? { group: kind } : {}) }))
      .sort(
        (one, other) =>
          byPinyin.compare(one.group ?? '', other.group ?? '') || byPinyin.compare(one.label, other.label),
      );
  }
}
