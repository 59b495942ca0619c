import type { EntityManager } from 'typeorm';
import type { BallotKind, EvaluationFacts, EvaluationStage } from '../../lifecycle/facts';
import type { Database } from '../../platform/database/database';
import type { Rules } from '../rules';
import { paperCountsOf } from './paper-counts';
import type { Subject } from './subject';

interface Row {
  id: number;
  stage: EvaluationStage;
  version: number;
  issued: number;
  collected: number;
  round: number;
  ballots: BallotKind;
  shut: unknown;
  items: number;
}

export interface Voter {
  readonly memberId: number;
  readonly name: string;
  readonly present: boolean;
  /** A ballot has come; not which. */
  readonly receipted: boolean;
  /** A paper was handed out. */
  readonly paper: boolean;
}

/** Reads what the rules know of an evaluation; null when there is none. */
export async function evaluationSubject(
  db: Database,
  em: EntityManager,
  id: number,
  rules: Rules,
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
  const facts = await factsOf(db, em, row, rules);
  return { machine: 'evaluation', table: 'evaluation', id, version, stage, ...nobody, facts };
}

async function factsOf(
  db: Database,
  em: EntityManager,
  row: Row,
  { handling }: Rules,
): Promise<EvaluationFacts> {
  const voters = await votersOf(db, em, row);
  const locks = await db.rows<{ accountId: number }>(
    'SELECT "accountId" FROM "ballotLock" WHERE "evaluationId" = ? ORDER BY "id"',
    [row.id],
    em,
  );
  const members = (which: (voter: Voter) => boolean) => voters.filter(which).map((voter) => voter.memberId);
  return {
    stage: row.stage,
    items: row.items,
    ballots: row.ballots,
    papers: members((voter) => voter.paper),
    shut: Boolean(row.shut),
    paperCounts: await paperCountsOf(db, em, row),
    leastPerKind: handling.evaluation.leastPerKind,
    eligible: members(() => true),
    quorumAbovePercent: handling.evaluation.quorumAbovePercent,
    present: members((voter) => voter.present),
    voted: members((voter) => voter.receipted),
    locks: locks.map((lock) => lock.accountId),
    issued: row.issued,
    collected: row.collected,
  };
}

/** Members due to attend: frozen once the box is open, until then whoever sits on the Standing Committee on the day. */
export async function votersOf(
  db: Database,
  em: EntityManager,
  { id, stage }: { id: number; stage: EvaluationStage },
): Promise<Voter[]> {
  const rows = await db.rows<Voter>(stage === 'planned' ? ON_THE_ROLL : FROZEN, [id], em);
  return rows.map(({ memberId, name, present, receipted, paper }) => {
    const had = { present: Boolean(present), receipted: Boolean(receipted), paper: Boolean(paper) };
    return { memberId, name, ...had };
  });
}

const FROZEN = `SELECT "memberId", "name", "present", "receipted", "paper" FROM "evaluationVoter"
  WHERE "evaluationId" = ? ORDER BY "memberId"`;

const ON_THE_ROLL = `SELECT m."id" AS "memberId", m."name", v."present", v."receipted", v."paper" FROM "evaluation" e
  JOIN "plenarySession" s ON s."id" = e."sessionId"
  JOIN "member" m ON m."termId" = s."termId" AND m."standingCommittee" AND m."validFrom" <= e."heldOn"
    AND (m."validTo" IS NULL OR m."validTo" >= e."heldOn")
  LEFT JOIN "evaluationVoter" v ON v."evaluationId" = e."id" AND v."memberId" = m."id"
  WHERE e."id" = ? ORDER BY m."id"`;
