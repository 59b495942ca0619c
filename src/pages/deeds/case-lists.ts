import type { Actor } from '../../lifecycle/people';
import type { Database } from '../../platform/database/database';
import type { Option } from '../../platform/pages/form-state';
import { type Condition, visibleTo } from '../../proposals/visibility';
import { caseLabel } from './case-label';
import { type WrittenReply, writtenReplies } from './written-replies';

type CaseRow = Parameters<typeof caseLabel>[0] & { id: number };

const marks = (values: readonly unknown[]) => values.map(() => '?').join(', ');
const CASE = 'p."id", p."caseNo", p."receiptNo", COALESCE(p."jointSubject", p."subject") AS "subject"';

/** How many principals a list of choices holds; whoever looks for another comes from the merging desk. */
const MOST = 200;

/** What a unit has asked of its office. */
export interface OpenRequest {
  readonly reason: string;
  readonly suggestedUnit: string | null;
  readonly until: string | null;
}

export interface OpenMerging {
  readonly principal: string;
  readonly reason: string | null;
  readonly jointSubject: string | null;
  readonly text: { subject: string; situation: string; analysis: string; recommendations: string[] };
}

/** Rows of cases that forms offer or show; whoever asks has passed the deed's own rule, or the gate is asked here. */
export class CaseLists {
  constructor(private readonly database: Database) {}

  /** Those of these that the actor may see. */
  named(actor: Actor, ids: readonly number[]): Promise<Option[]> {
    return ids.length === 0
      ? Promise.resolve([])
      : this.found(actor, { sql: `p."id" IN (${marks(ids)})`, params: ids });
  }

  /** Cases that others can be merged into, the newest first. */
  principals(actor: Actor): Promise<Option[]> {
    return this.found(actor, { sql: `p."stage" IN ('filed', 'handedOver', 'handling')`, params: [] });
  }

  private async found(actor: Actor, { sql, params }: Condition): Promise<Option[]> {
    const gate = visibleTo(actor);
    const rows = await this.database.rows<CaseRow>(
      `SELECT ${CASE} FROM "proposal" p WHERE ${sql} AND ${gate.sql} ORDER BY p."id" DESC LIMIT ${MOST}`,
      [...params, ...gate.params],
    );
    return rows.map((row) => ({ value: row.id, label: caseLabel(row) }));
  }

  /** What a unit has promised in a case. */
  async promises(assignmentId: number): Promise<(Option & { kept: boolean })[]> {
    const rows = await this.database.rows<{ id: number; text: string; dueOn: string; keptAt: string | null }>(
      'SELECT "id", "text", "dueOn", "keptAt" FROM "promise" WHERE "assignmentId" = ? ORDER BY "dueOn", "id"',
      [assignmentId],
    );
    return rows.map(({ id, text, dueOn, keptAt }) => ({
      ...{ value: id, label: `${text}（${keptAt ? '已兑现' : `期限 ${dueOn}`}）`, kept: keptAt !== null },
    }));
  }

  /** What a look back asks of a unit in a case, unanswered. */
  async followUps(assignmentId: number): Promise<Option[]> {
    const rows = await this.database.rows<{ id: number; title: string; text: string | null }>(
      `SELECT q."id", f."title", r."text" FROM "followUpRequest" q JOIN "followUp" f ON f."id" = q."followUpId"
        LEFT JOIN "promise" r ON r."id" = q."promiseId"
        WHERE q."assignmentId" = ? AND q."state" = 'open' ORDER BY q."id"`,
      [assignmentId],
    );
    return rows.map(({ id, title, text }) => ({
      ...{ value: id, label: `${text ?? '答复的总体落实情况'}（${title}）` },
    }));
  }

  /** What a unit has written for its other cases. */
  writtenReplies(actor: Actor, unitId: number, besides: number): Promise<WrittenReply[]> {
    return writtenReplies(this.database, actor, unitId, besides);
  }

  async openRequest(
    assignmentId: number,
    kind: 'return' | 'add' | 'extension',
  ): Promise<OpenRequest | undefined> {
    const [row] = await this.database.rows<OpenRequest | undefined>(
      `SELECT q."reason", u."name" AS "suggestedUnit", q."until" FROM "unitRequest" q
        LEFT JOIN "handlingUnit" u ON u."id" = q."suggestedUnitId"
        WHERE q."assignmentId" = ? AND q."kind" = ? AND q."decision" IS NULL`,
      [assignmentId, kind],
    );
    return row;
  }

  /** The offices through which these units get their cases, in the order of the units. */
  async officesOfUnits(
    unitIds: readonly number[],
  ): Promise<{ unitId: number; unit: string; officeId: number; office: string }[]> {
    if (unitIds.length === 0) return [];
    const rows = await this.database.rows<{ unitId: number; unit: string; officeId: number; office: string }>(
      `SELECT u."id" AS "unitId", u."name" AS "unit", u."officeId", f."name" AS "office" FROM "handlingUnit" u
        JOIN "assigningOffice" f ON f."id" = u."officeId" WHERE u."id" IN (${marks(unitIds)})`,
      [...unitIds],
    );
    return unitIds.flatMap((id) => rows.find(({ unitId }) => unitId === id) ?? []);
  }

  /** What the follower is proposed to be merged into, with its text; undefined where there is nothing one may see. */
  async openMerging(actor: Actor, followerId: number): Promise<OpenMerging | undefined> {
    const gate = visibleTo(actor);
    const [row] = await this.database.rows<(CaseRow & MergingRow) | undefined>(
      `SELECT ${CASE}, m."reason", m."jointSubject" AS "wanted", t."subject" AS "title", t."situation", t."analysis",
          t."recommendations"
        FROM "merging" m JOIN "proposal" p ON p."id" = m."principalId"
        JOIN "proposalText" t ON t."proposalId" = p."id" AND t."version" = p."textVersion"
        WHERE m."followerId" = ? AND m."state" = 'proposed' AND ${gate.sql}`,
      [followerId, ...gate.params],
    );
    if (!row) return undefined;
    const { reason, wanted, title, situation, analysis } = row;
    const text = {
      ...{ subject: title, situation, analysis },
      recommendations: JSON.parse(row.recommendations) as string[],
    };
    return { principal: caseLabel(row), reason, jointSubject: wanted, text };
  }
}

interface MergingRow {
  reason: string | null;
  wanted: string | null;
  title: string;
  situation: string;
  analysis: string;
  recommendations: string;
}
