import { Injectable } from '@nestjs/common';
import type { EvaluationFacts } from '../lifecycle/facts';
import { type Actor, wears } from '../lifecycle/people';
import { stageWord } from '../lifecycle/words/words';
import { Database } from '../platform/database/database';
import { NotFound } from '../platform/web/errors';
import { type Page, windowOf } from '../platform/web/page.dto';
import { Door } from '../proposals/door';
import { openActions } from '../proposals/dossier/open-actions';
import { Evaluation } from '../proposals/entities/evaluation.entity';
import { type Voter, votersOf } from '../proposals/facts/meeting-facts';
import type { Subject } from '../proposals/facts/subject';
import { Subjects } from '../proposals/facts/subjects';
import { seesMeetings, sidesOf } from '../proposals/visibility';
import { agendaOf } from './agenda-rows';
import type { EvaluationsQuery } from './evaluation.dto';

/** Meetings as their participants read them. */
@Injectable()
export class EvaluationSheets {
  constructor(
    private readonly database: Database,
    private readonly door: Door,
    private readonly subjects: Subjects,
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
    const meeting = seesMeetings(actor) ? await em.findOneBy(Evaluation, { id }) : null;
    if (!meeting) throw new NotFound();
    const now = this.door.now();
    const { facts } = (await this.subjects.load('evaluation', id, now, em)) as Subject<EvaluationFacts>;
    const voters = await votersOf(this.database, em, meeting);
    return {
      ...lineOf(meeting),
      ...numbersOf(meeting, facts),
      items: await agendaOf(this.database, em, id),
      voters: votersFor(voters, actor),
      locks: await this.locks(id),
      actions: openActions('evaluation', facts, actor, now),
    };
  }

  private locks(id: number): Promise<{ accountId: number; name: string }[]> {
    const sql = `SELECT l."accountId", a."displayName" AS "name" FROM "ballotLock" l
      JOIN "account" a ON a."id" = l."accountId" WHERE l."evaluationId" = ? ORDER BY l."id"`;
    return this.database.rows(sql, [id]);
  }
}

function lineOf({ id, version, sessionId, title, heldOn, stage, round, announcedAt }: Evaluation) {
  return {
    id,
    version,
    sessionId,
    title,
    heldOn,
    stage,
    stageWord: stageWord('evaluation', stage),
    round,
    announcedAt,
  };
}

/** How many are due, there and done: while the box is open nobody knows more, not even the system. */
function numbersOf({ issued, collected }: Evaluation, facts: EvaluationFacts) {
  const { eligible, present, voted, quorumAbovePercent } = facts;
  const neededToOpen = Math.floor((eligible.length * quorumAbovePercent) / 100) + 1;
  return {
    ...{ due: eligible.length, neededToOpen, present: present.length },
    ...{ issued, receipts: voted.length, collected },
  };
}

/** Whether somebody has voted is for those who run the meeting; a voter sees the own receipt. */
function votersFor(voters: readonly Voter[], actor: Actor) {
  const runs = sidesOf(actor) === 'all' || RUNNING.some((hat) => wears(actor, hat));
  return voters.map(({ receipted, ...voter }) => {
    const mine = wears(actor, 'standingCommittee', voter.memberId);
    return { ...voter, mine, ...(runs || mine ? { receipted } : {}) };
  });
}

const RUNNING = ['committee', 'director', 'teller', 'office'] as const;
