import { Injectable } from '@nestjs/common';
import type { ProposalStage } from '../../lifecycle/facts';
import type { Actor } from '../../lifecycle/people';
import { stageWord } from '../../lifecycle/words/words';
import { Database } from '../../platform/database/database';
import { Kept } from '../../platform/database/kept';
import { type Page, windowOf } from '../../platform/web/page.dto';
import { isDebt } from '../deadlines/debts';
import { Door } from '../door';
import { clocksVisibleTo, type Condition, visibleTo } from '../visibility';
import { filtersOf } from './filters';
import type { ProposalsQuery } from './list.dto';
import { orderOf } from './orders';
import { reachOf } from './reach';

/** One line of a list. */
export interface ProposalLine {
  id: number;
  stage: ProposalStage;
  stageWord: string;
  subject: string;
  sessionId: number;
  receiptNo: number | null;
  caseNo: number | null;
  category: string | null;
  isKey: boolean;
  leadSponsor: string;
  leadUnits: string[];
  /** The most urgent step that somebody owes. */
  dueOn: string | null;
  overdue: boolean;
}

type Row = Omit<ProposalLine, 'stageWord' | 'leadUnits' | 'overdue' | 'isKey'> & { isKey: unknown };

// Ids first, then only the rows that are shown: a join with paging and a count in one call is many times slower.
const rowsWith = (
  clocks: string,
) => `SELECT p."id", p."stage", COALESCE(p."jointSubject", p."subject") AS "subject", p."sessionId",
    p."receiptNo", p."caseNo", p."category", p."isKey", s."name" AS "leadSponsor",
    (SELECT MIN(d."dueOn") FROM "deadline" d WHERE d."proposalId" = p."id" AND d."state" = 'running'
      AND ${isDebt('d')} AND ${clocks}) AS "dueOn"
  FROM "proposal" p LEFT JOIN "sponsorship" s ON s."proposalId" = p."id" AND s."place" = 1 WHERE p."id" IN `;

const LEADS = `SELECT a."proposalId", u."name" FROM "assignment" a JOIN "handlingUnit" u ON u."id" = a."unitId"
  WHERE a."role" = 'lead' AND a."stage" <> 'released' AND a."proposalId" IN `;

/** The ids on one page of a list, and how many there are on all. */
export interface Found {
  ids: number[];
  total: number;
}

/** Lists of proposals, through the one gate. */
@Injectable()
export class ListService {
  /** Counting takes longer the more cases there are: it is done once between two commits. */
  private readonly found: Kept<Found>;

  constructor(
    private readonly database: Database,
    private readonly door: Door,
  ) {
    this.found = new Kept(database);
  }

  async list(actor: Actor, query: ProposalsQuery): Promise<Page<ProposalLine>> {
    const { page, size, offset } = windowOf(query);
    const { where, ordered } = this.asked(actor, query);
    const params = [...ordered.params, size, offset];
    const { ids, total } = await this.found.of(JSON.stringify([ordered.sql, params]), () =>
      this.find(where, ordered.sql, params),
    );
    return { items: await this.linesOf(actor, ids), total, page, size };
  }

  /** The ids of the first `most` of a list in its order, with how many there are: what is shown of them is read bit by bit. */
  idsOf(actor: Actor, query: ProposalsQuery, most: number): Promise<Found> {
    const { where, ordered } = this.asked(actor, query);
    return this.find(where, ordered.sql, [...ordered.params, most, 0]);
  }

  private asked(actor: Actor, query: ProposalsQuery): { where: Condition; ordered: Condition } {
    const where = both([visibleTo(actor), reachOf(actor), ...filtersOf(query, this.door.now(), actor)]);
    const order = orderOf(query.sort, actor);
    const sql = `WHERE ${where.sql} ORDER BY ${order.sql} LIMIT ? OFFSET ?`;
    return { where, ordered: { sql, params: [...where.params, ...order.params] } };
  }

  private async find(where: Condition, ordered: string, params: unknown[]): Promise<Found> {
    const rows = await this.database.rows<{ id: number }>(
      `SELECT p."id" FROM "proposal" p ${ordered}`,
      params,
    );
    return { ids: rows.map((row) => row.id), total: await this.count(where) };
  }

  private async count(where: Condition): Promise<number> {
    const sql = `SELECT COUNT(*) AS "total" FROM "proposal" p WHERE ${where.sql}`;
    const [{ total }] = await this.database.rows<{ total: number }>(sql, [...where.params]);
    return total;
  }

  /** The lines of cases that have passed the gate, in the order of their ids as given. */
  linesOf(actor: Actor, ids: number[]): Promise<ProposalLine[]> {
    return this.lines(ids, clocksVisibleTo(actor, 'd'));
  }

  private async lines(ids: number[], clocks: Condition): Promise<ProposalLine[]> {
    if (ids.length === 0) return [];
    const marks = `(${ids.map(() => '?').join(', ')})`;
    const rows = await this.database.rows<Row>(rowsWith(clocks.sql) + marks, [...clocks.params, ...ids]);
    const leads = await this.database.rows<{ proposalId: number; name: string }>(LEADS + marks, ids);
    const today = this.door.now().day;
    const lines = new Map(rows.map((row) => [row.id, lineOf(row, leads, today)]));
    return ids.flatMap((id) => lines.get(id) ?? []);
  }
}

function lineOf(row: Row, leads: { proposalId: number; name: string }[], today: string): ProposalLine {
  return {
    ...row,
    isKey: Boolean(row.isKey),
    stageWord: stageWord('proposal', row.stage),
    // A unit that leads in two rounds is one lead.
    leadUnits: [...new Set(leads.filter((lead) => lead.proposalId === row.id).map((lead) => lead.name))],
    overdue: row.dueOn !== null && row.dueOn < today,
  };
}

function both(conditions: Condition[]): Condition {
  return {
    sql: conditions.map((condition) => `(${condition.sql})`).join(' AND '),
    params: conditions.flatMap((condition) => condition.params),
  };
}
