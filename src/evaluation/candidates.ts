import type { EntityManager } from 'typeorm';
import type { Actor } from '../lifecycle/people';
import { fault } from '../people/faults';
import type { Database } from '../platform/database/database';
import type { FieldFault } from '../platform/web/errors';
import type { Evaluation } from '../proposals/entities/evaluation.entity';
import { visibleTo } from '../proposals/visibility';

interface Choosing {
  readonly actor: Actor;
  readonly meeting: Evaluation;
  readonly ids: readonly number[];
}

interface Proposal {
  id: number;
  isKey: unknown;
  stage: string;
  grade: string | null;
  elsewhere: string | null;
}

const PROPOSALS = `SELECT p."id", p."isKey", p."stage", p."grade",
    (SELECT MIN(e."title") FROM "evaluationItem" i JOIN "evaluation" e ON e."id" = i."evaluationId"
      WHERE i."proposalId" = p."id" AND e."id" <> ? AND e."stage" IN ('planned', 'opened', 'closed')) AS "elsewhere"
  FROM "proposal" p WHERE p."id" IN`;

/** Key proposals whose handling has ended and that wait for the Standing Committee. */
export async function proposalFaults(
  db: Database,
  em: EntityManager,
  { actor, meeting, ids }: Choosing,
): Promise<FieldFault[]> {
  const gate = visibleTo(actor);
  const sql = `${PROPOSALS} (${marksFor(ids)}) AND ${gate.sql}`;
  const rows = await db.rows<Proposal>(sql, [meeting.id, ...ids, ...gate.params], em);
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id, at) => {
    const wrong = proposalFault(found.get(id));
    return wrong ? [fault(`proposalIds.${at}`, ...wrong)] : [];
  });
}

type Wrong = [code: string, message: string];

function proposalFault(candidate: Proposal | undefined): Wrong | null {
  if (!candidate) return ['unknown', '没有这件提案，请重新选择。'];
  if (!candidate.isKey) return ['notKey', '只有重点提案才提交民主评议，请移除。'];
  if (candidate.stage !== 'concluded') return ['notConcluded', '该提案尚未办结或已归档，不能评议。'];
  if (candidate.grade) return ['alreadyEvaluated', '该提案本轮办理已经评议。'];
  if (candidate.elsewhere !== null) return ['onAgenda', `该提案已列入“${candidate.elsewhere}”的议程。`];
  return null;
}

/** Key proposals of a session that a unit has led to their end, over the unit's assignment `a` and proposal `p`. */
export const LED_TO_AN_END = `a."proposalId" = p."id" AND a."round" = p."round" AND a."role" = 'lead'
  AND a."stage" <> 'released' AND p."isKey" AND p."stage" IN ('concluded', 'archived')`;

interface Unit {
  id: number;
  cases: number;
  elsewhere: string | null;
  evaluated: number;
}

const OTHERS = `FROM "evaluationItem" i JOIN "evaluation" e ON e."id" = i."evaluationId"
  WHERE i."unitId" = u."id" AND e."id" <> ? AND e."sessionId" = ?`;

const UNITS = `SELECT u."id",
    (SELECT COUNT(*) FROM "assignment" a JOIN "proposal" p ON ${LED_TO_AN_END}
      WHERE a."unitId" = u."id" AND p."sessionId" = ?) AS "cases",
    (SELECT MIN(e."title") ${OTHERS} AND e."stage" IN ('planned', 'opened', 'closed')) AS "elsewhere",
    (SELECT COUNT(*) ${OTHERS} AND e."stage" = 'announced' AND i."grade" IS NOT NULL) AS "evaluated"
  FROM "handlingUnit" u WHERE u."id" IN`;

/** Units that have led a key proposal of the meeting's session, once for each session. */
export async function unitFaults(
  db: Database,
  em: EntityManager,
  { meeting: { id, sessionId }, ids }: Choosing,
): Promise<FieldFault[]> {
  const params = [sessionId, id, sessionId, id, sessionId, ...ids];
  const rows = await db.rows<Unit>(`${UNITS} (${marksFor(ids)})`, params, em);
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((unitId, at) => {
    const wrong = unitFault(found.get(unitId));
    return wrong ? [fault(`unitIds.${at}`, ...wrong)] : [];
  });
}

function unitFault(candidate: Unit | undefined): Wrong | null {
  if (!candidate) return ['unknown', '没有这家承办单位，请重新选择。'];
  if (candidate.elsewhere !== null) return ['onAgenda', `该单位已列入“${candidate.elsewhere}”的议程。`];
  if (candidate.evaluated > 0) return ['alreadyEvaluated', '该单位本次会议的办理工作已经评议。'];
  if (candidate.cases === 0) return ['noKeyProposals', '该单位没有主办本次会议已办结的重点提案，请移除。'];
  return null;
}

const marksFor = (ids: readonly unknown[]): string =>
  ids.length > 0 ? ids.map(() => '?').join(', ') : 'NULL';
