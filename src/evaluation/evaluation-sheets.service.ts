import { Injectable } from '@nestjs/common';
import type { EvaluationFacts } from '../lifecycle/facts';
import type { PaperCountFact } from '../lifecycle/paper-counts';
import { type Actor, wears } from '../lifecycle/people';
import { stageWord } from '../lifecycle/words/words';
import { Database } from '../platform/database/database';
import { type Page, windowOf } from '../platform/web/page.dto';
import { Door } from '../proposals/door';
import { openActions } from '../proposals/dossier/open-actions';
import { Evaluation } from '../proposals/entities/evaluation.entity';
import { type Voter, votersOf } from '../proposals/facts/meeting-facts';
import { seesMeetings } from '../proposals/visibility';
import { agendaOf } from './agenda-rows';
import type { EvaluationsQuery } from './evaluation.dto';
import { Meetings, runsMeetings } from './meetings';

/** Meetings as their participants read them. */
@Injectable()
export class EvaluationSheets {
  constructor(
    private readonly database: Database,
    private readonly door: Door,
    private readonly meetings: Meetings,
  ) {}

  /** The newest first. */
  async list(actor: Actor, { stage, sessionId, ...query }: EvaluationsQuery) {
    const { page, size, offset } = windowOf(query);
    if (!seesMeetings(actor)) return { items: [], total: 0, page, size };
    const where = { ...(stage ? { stage } : {}), ...(sessionId ? { sessionId } : {}) };
    const order = { heldOn: 'DESC', id: 'DESC' } as const;
    const [rows, total] = await this.database.reader.findAndCount(Evaluation, {
      where,
      order,
      skip: offset,
      take: size,
    });
    return { items: rows.map(lineOf), total, page, size } satisfies Page<ReturnType<typeof lineOf>>;
  }

  /** Throws NotFound for whoever has nothing to do with meetings. */
  async read(actor: Actor, id: number) {
    const em = this.database.reader;
    const { meeting, facts } = await this.meetings.read(actor, id);
    const voters = await votersOf(this.database, em, meeting);
    return {
      ...lineOf(meeting),
      ...numbersOf(meeting, facts),
      items: await agendaOf(this.database, em, meeting),
      voters: votersFor(voters, actor),
      locks: await this.locks(id),
      paperCounts: facts.paperCounts.map(countOf),
      actions: openActions('evaluation', facts, actor, this.door.now()),
    };
  }

  private locks(id: number): Promise<{ accountId: number; name: string }[]> {
    const sql = `SELECT l."accountId", a."displayName" AS "name" FROM "ballotLock" l
      JOIN "account" a ON a."id" = l."accountId" WHERE l."evaluationId" = ? ORDER BY l."id"`;
    return this.database.rows(sql, [id]);
  }
}

function lineOf({
  id,
  version,
  sessionId,
  title,
  heldOn,
  objects,
  ballots,
  stage,
  round,
  announcedAt,
}: Evaluation) {
  return {
    id,
    version,
    sessionId,
    title,
    heldOn,
    objects,
    ballots,
    stage,
    stageWord: stageWord('evaluation', stage),
    round,
    announcedAt,
  };
}

/** How many are due, there and done: while the box is open nobody knows more, not even the system. */
function numbersOf({ issued, collected, dimensions, shut }: Evaluation, facts: EvaluationFacts) {
  const { eligible, present, voted, papers, quorumAbovePercent } = facts;
  const neededToOpen = Math.floor((eligible.length * quorumAbovePercent) / 100) + 1;
  return {
    ...{ due: eligible.length, neededToOpen, present: present.length },
    ...{ issued, receipts: voted.length, papers: papers.length, collected },
    ...{ dimensions, shut },
  };
}

/** How far the tellers are, and where their counts differ; what they have counted is for later. */
function countOf({ itemId, attempt, enteredBy, agreed, differing }: PaperCountFact) {
  return { itemId, attempt, enteredBy, agreed, differing };
}

/** Whether somebody has voted is for those who run the meeting; a voter sees the own receipt. */
function votersFor(voters: readonly Voter[], actor: Actor) {
  const runs = runsMeetings(actor);
  return voters.map(({ receipted, paper, ...voter }) => {
    const mine = wears(actor, 'standingCommittee', voter.memberId);
    return { ...voter, mine, ...(runs || mine ? { receipted, paper } : {}) };
  });
}
