import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../lifecycle/people';
import { accept, fault } from '../people/faults';
import { Database } from '../platform/database/database';
import type { FieldFault } from '../platform/web/errors';
import { EvaluationItem } from '../proposals/entities/evaluation-item.entity';
import { visibleTo } from '../proposals/visibility';

interface Candidate {
  id: number;
  isKey: unknown;
  stage: string;
  grade: string | null;
  elsewhere: string | null;
}

const CANDIDATES = `SELECT p."id", p."isKey", p."stage", p."grade",
    (SELECT MIN(e."title") FROM "evaluationItem" i JOIN "evaluation" e ON e."id" = i."evaluationId"
      WHERE i."proposalId" = p."id" AND e."id" <> ? AND e."stage" IN ('planned', 'opened', 'closed')) AS "elsewhere"
  FROM "proposal" p WHERE p."id" IN`;

/** What a meeting votes on, in order. */
@Injectable()
export class Agendas {
  constructor(private readonly database: Database) {}

  /** Gives the proposals that were on it before. Throws Invalid, naming the place of each that cannot be on it. */
  async replace(
    em: EntityManager,
    actor: Actor,
    evaluationId: number,
    proposalIds: readonly number[],
  ): Promise<number[]> {
    // Two meetings that want the same case at once: the later one then sees that it is taken.
    await this.database.hold('proposal', proposalIds, em);
    const candidates = await this.candidates(em, actor, evaluationId, proposalIds);
    accept(proposalIds.flatMap((id, at) => faultsOf(`proposalIds.${at}`, candidates.get(id))));
    const before = await em.find(EvaluationItem, { where: { evaluationId }, order: { place: 'ASC' } });
    await em.delete(EvaluationItem, { evaluationId });
    const items = proposalIds.map((proposalId, at) => ({ evaluationId, proposalId, place: at + 1 }));
    await em.insert(EvaluationItem, items);
    return before.map(({ proposalId }) => proposalId);
  }

  private async candidates(em: EntityManager, actor: Actor, evaluationId: number, ids: readonly number[]) {
    const gate = visibleTo(actor);
    const marks = ids.length > 0 ? ids.map(() => '?').join(', ') : 'NULL';
    const sql = `${CANDIDATES} (${marks}) AND ${gate.sql}`;
    const rows = await this.database.rows<Candidate>(sql, [evaluationId, ...ids, ...gate.params], em);
    return new Map(rows.map((row) => [row.id, row]));
  }
}

/** Key proposals whose handling has ended and that wait for the Standing Committee. */
function faultsOf(field: string, candidate: Candidate | undefined): FieldFault[] {
  if (!candidate) return [fault(field, 'unknown', '没有这件提案，请重新选择。')];
  const wrong = (code: string, message: string) => [fault(field, code, message)];
  if (!candidate.isKey) return wrong('notKey', '只有重点提案才提交民主评议，请移除。');
  if (candidate.stage !== 'concluded') return wrong('notConcluded', '该提案尚未办结或已归档，不能评议。');
  if (candidate.grade) return wrong('alreadyEvaluated', '该提案本轮办理已经评议。');
  if (candidate.elsewhere !== null) return wrong('onAgenda', `该提案已列入“${candidate.elsewhere}”的议程。`);
  return [];
}
