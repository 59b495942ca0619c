import { Injectable } from '@nestjs/common';
import type { ProposalStage, ReplyClass } from '../../lifecycle/facts';
import { stageWord } from '../../lifecycle/words/words';
import { Database } from '../../platform/database/database';
import { Door } from '../../proposals/door';
import { type PromiseState, promiseStateOn } from '../../proposals/promises/promise-state';

/** What is told of a like case: where it stands, who handled it, what was answered and what is still owed. */
export interface CaseCard {
  readonly id: number;
  readonly subject: string;
  readonly sessionId: number;
  readonly session: string;
  readonly caseNo: number | null;
  readonly stage: ProposalStage;
  readonly stageWord: string;
  readonly sponsors: readonly string[];
  readonly units: readonly { readonly id: number; readonly name: string; readonly role: string }[];
  readonly replies: readonly {
    readonly class: ReplyClass | null;
    readonly docNo: string | null;
    readonly issuedAt: string;
    readonly beginning: string;
  }[];
  readonly openPromises: readonly {
    readonly text: string;
    readonly dueOn: string;
    readonly state: PromiseState;
  }[];
}

type Core = Pick<CaseCard, 'id' | 'subject' | 'sessionId' | 'session' | 'caseNo' | 'stage'>;
type Of<T> = T & { proposalId: number };

const CORE = `SELECT p."id", COALESCE(p."jointSubject", p."subject") AS "subject", p."sessionId", p."caseNo", p."stage",
    c."name" || '第' || s."number" || '次会议' AS "session"
  FROM "proposal" p JOIN "plenarySession" s ON s."id" = p."sessionId" JOIN "term" c ON c."id" = s."termId"
  WHERE p."id" IN `;
const SPONSORS = `SELECT "proposalId", "name" FROM "sponsorship" WHERE "signature" = 'agreed' AND "proposalId" IN `;
const UNITS = `SELECT a."proposalId", u."id", u."name", a."role" FROM "assignment" a
  JOIN "handlingUnit" u ON u."id" = a."unitId" WHERE a."stage" <> 'released' AND a."proposalId" IN `;
const REPLIES = `SELECT "proposalId", "class", "docNo", "issuedAt", SUBSTR("body", 1, 120) AS "beginning" FROM "reply"
  WHERE "issuedAt" IS NOT NULL AND "proposalId" IN `;
const PROMISES = `SELECT "proposalId", "text", "dueOn", "firstDueOn", "keptOn" FROM "promise"
  WHERE "keptOn" IS NULL AND "proposalId" IN `;

/** Reads what is told of cases that have passed the gate; nothing in it is hidden from any of their readers. */
@Injectable()
export class CaseCards {
  constructor(
    private readonly database: Database,
    private readonly door: Door,
  ) {}

  async of(ids: readonly number[]): Promise<Map<number, CaseCard>> {
    if (ids.length === 0) return new Map();
    const marks = `(${ids.map(() => '?').join(', ')})`;
    const many = <T>(sql: string, order = '') => this.database.rows<Of<T>>(sql + marks + order, [...ids]);
    const cores = await this.database.rows<Core>(CORE + marks, [...ids]);
    const sponsors = await many<{ name: string }>(SPONSORS, ' ORDER BY "proposalId", "place"');
    const units = await many<CaseCard['units'][number]>(UNITS, ' ORDER BY a."id"');
    const replies = await many<CaseCard['replies'][number]>(REPLIES, ' ORDER BY "id"');
    const promises = await many<PromiseRow>(PROMISES, ' ORDER BY "dueOn"');
    const today = this.door.now().day;
    const cards = cores.map((core): CaseCard => {
      const own = <T>(rows: Of<T>[]) =>
        rows.filter(({ proposalId }) => proposalId === core.id).map(({ proposalId: _, ...rest }) => rest);
      return {
        ...core,
        stageWord: stageWord('proposal', core.stage),
        sponsors: own(sponsors).map(({ name }) => name),
        units: own(units) as CaseCard['units'],
        replies: own(replies) as CaseCard['replies'],
        openPromises: (own(promises) as PromiseRow[]).map((row) => ({
          ...{ text: row.text, dueOn: row.dueOn },
          state: promiseStateOn(today, row),
        })),
      };
    });
    return new Map(cards.map((card) => [card.id, card]));
  }
}

interface PromiseRow {
  text: string;
  dueOn: string;
  firstDueOn: string;
  keptOn: string | null;
}
