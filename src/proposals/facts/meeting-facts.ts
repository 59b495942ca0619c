import type { EntityManager } from 'typeorm';
import type { EvaluationFacts, EvaluationStage } from '../../lifecycle/facts';
import type { Database } from '../../platform/database/database';
import type { Subject } from './subject';

interface Row {
  id: number;
  stage: EvaluationStage;
  version: number;
  issued: number;
  collected: number;
  items: number;
}

interface VoterRow {
  memberId: number;
  present: unknown;
  receipted: unknown;
}

/** Reads what the rules know of an evaluation; null when there is none. */
export async function evaluationSubject(
  db: Database,
  em: EntityManager,
  id: number,
): Promise<Subject<EvaluationFacts> | null> {
  const [row] = await db.rows<Row>(
    `SELECT e.*, (SELECT COUNT(*) FROM "evaluationItem" i WHERE i."evaluationId" = e."id") AS "items"
      FROM "evaluation" e WHERE e."id" = ?`,
    [id],
    em,
  );
  if (!row) return null;
  const { version, stage } = row;
  const nobody = { proposalId: null, officeId: null, unitId: null, leadSponsorId: null };
  const facts = await factsOf(db, em, row);
  return { machine: 'evaluation', table: 'evaluation', id, version, stage, ...nobody, facts };
}

async function factsOf(db: Database, em: EntityManager, row: Row): Promise<EvaluationFacts> {
  const voters = await db.rows<VoterRow>(
    'SELECT "memberId", "present", "receipted" FROM "evaluationVoter" WHERE "evaluationId" = ? ORDER BY "memberId"',
    [row.id],
    em,
  );
  const locks = await db.rows<{ accountId: number }>(
    'SELECT "accountId" FROM "ballotLock" WHERE "evaluationId" = ? ORDER BY "id"',
    [row.id],
    em,
  );
  const members = (which: (voter: VoterRow) => unknown) =>
    voters.filter(which).map((voter) => voter.memberId);
  return {
    stage: row.stage,
    items: row.items,
    eligible: members(() => true),
    present: members((voter) => voter.present),
    voted: members((voter) => voter.receipted),
    locks: locks.map((lock) => lock.accountId),
    issued: row.issued,
    collected: row.collected,
  };
}
