import { Injectable } from '@nestjs/common';
import type { Actor } from '../lifecycle/people';
import { Database } from '../platform/database/database';
import { csvOf } from '../platform/spreadsheet/csv';
import { type Page, windowOf } from '../platform/web/page.dto';
import { Door } from '../proposals/door';
import { promiseStateWords } from '../proposals/promises/promise-state';
import type { PromisesQuery } from './promises.dto';
import {
  REGISTER,
  REGISTER_COLUMNS,
  registered,
  type RegisteredPromise,
  registerFor,
  type RegisterRow,
} from './register-rows';

const HEAD = [
  ...['承诺编号', '案号', '案由', '承办单位', '承诺事项', '原定日期', '期限', '状态', '兑现日期'],
  ...['兑现情况', '已核查', '是否公开', '首次分类', '当前分类'],
];

/** The register of what units have promised (承诺事项台账). */
@Injectable()
export class PromiseRegister {
  constructor(
    private readonly database: Database,
    private readonly door: Door,
  ) {}

  /** By the day they are due. */
  async list(actor: Actor, query: PromisesQuery): Promise<Page<RegisteredPromise>> {
    const { page, size, offset } = windowOf(query);
    const { day } = this.door.now();
    const where = registerFor(actor, query, day);
    const [{ total }] = await this.database.rows<{ total: number }>(
      `SELECT COUNT(*) AS "total" FROM ${REGISTER} WHERE ${where.sql}`,
      [...where.params],
    );
    const rows = await this.rows(where.sql, where.params, ' LIMIT ? OFFSET ?', [size, offset]);
    return { items: rows.map((row) => registered(row, day)), total, page, size };
  }

  /** All that the query finds, whatever page it asks for. */
  async csv(actor: Actor, query: PromisesQuery): Promise<string> {
    const { day } = this.door.now();
    const where = registerFor(actor, query, day);
    const rows = await this.rows(where.sql, where.params);
    return csvOf(
      HEAD,
      rows.map((row) => lineOf(registered(row, day))),
    );
  }

  private rows(where: string, params: readonly unknown[], window = '', more: unknown[] = []) {
    return this.database.rows<RegisterRow>(
      `SELECT ${REGISTER_COLUMNS} FROM ${REGISTER} WHERE ${where} ORDER BY r."dueOn", r."id"${window}`,
      [...params, ...more],
    );
  }
}

const yesOrNo = (flag: boolean): string => (flag ? '是' : '否');

function lineOf(line: RegisteredPromise): (string | number | null)[] {
  const { id, caseNo, subject, unit, text, firstDueOn, dueOn, keptOn, evidence } = line;
  return [
    ...[id, caseNo, subject, unit, text, firstDueOn, dueOn, promiseStateWords[line.state], keptOn],
    ...[evidence, yesOrNo(line.confirmed), yesOrNo(line.public), line.firstClass, line.class],
  ];
}
