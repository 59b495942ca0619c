import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ClockName } from '../../lifecycle/clocks';
import { dueOf, type Length } from '../../lifecycle/deadlines';
import type { Moment } from '../../lifecycle/rule';
import { Database } from '../../platform/database/database';
import { Calendars } from '../calendar/calendars';
import { Rules } from '../rules';

/** How long a clock runs here and now, and from when. */
export interface Terms {
  readonly length: Length;
  readonly from?: string;
  readonly given?: string | null;
  readonly latest?: string | null;
}

interface Session {
  opensOn: string;
  closesOn: string;
  submissionDeadline: string;
  replyBy: string | null;
  origin: string | null;
  earlierLeads: number;
}

/** Lengths are settings; three also look at the session, one at what was promised. */
@Injectable()
export class DeadlineTerms {
  constructor(
    private readonly database: Database,
    private readonly rules: Rules,
    private readonly calendars: Calendars,
  ) {}

  async of(em: EntityManager, clock: ClockName, proposalId: number | null, now: Moment): Promise<Terms> {
    const usual: Terms = { length: this.rules.handling.clocks[clock].length };
    if (proposalId === null) return usual;
    if (clock === 'cosign') return this.cosign(await this.session(em, proposalId), now);
    if (clock === 'handOver') return this.handOver(em, await this.session(em, proposalId), now);
    if (clock === 'reply') return { ...usual, given: this.fixedDay(await this.session(em, proposalId), now) };
    if (clock === 'archive') return { ...usual, from: await this.lastPromise(em, proposalId, now) };
    return usual;
  }

  /** Nobody can archive before the last promise is due: only then the time for it begins. */
  private async lastPromise(em: EntityManager, proposalId: number, now: Moment): Promise<string> {
    const [{ last }] = await this.database.rows<{ last: string | null }>(
      'SELECT MAX("dueOn") AS "last" FROM "promise" WHERE "proposalId" = ? AND "keptAt" IS NULL',
      [proposalId],
      em,
    );
    return last !== null && last > now.day ? last : now.day;
  }

  /** 3 h during the session, 24 h otherwise, never past the submission deadline while that lies ahead. */
  private cosign(session: Session, now: Moment): Terms {
    const { length, inSession = length } = this.rules.handling.clocks.cosign;
    const sitting = session.opensOn <= now.day && now.day <= session.closesOn;
    const latest = now.at < session.submissionDeadline ? session.submissionDeadline : null;
    return { length: sitting ? inSession : length, latest };
  }

  /** So many days after the session closes; never less than between sessions, which a late filing would otherwise get. */
  private async handOver(em: EntityManager, session: Session, now: Moment): Promise<Terms> {
    const { length, inSession } = this.rules.handling.clocks.handOver;
    if (session.origin !== 'session' || !inSession) return { length };
    const { calendar } = await this.calendars.current(em);
    const after = dueOf(inSession, [{ kind: 'start', day: session.closesOn }], calendar);
    const atLeast = dueOf(length, [{ kind: 'start', day: now.day }], calendar);
    return after.dueOn > atLeast.dueOn ? { length: inSession, from: session.closesOn } : { length };
  }

  /** The day a session fixed for all its replies holds for the first assignment; a later one restarts in full. */
  private fixedDay(session: Session, now: Moment): string | null {
    const holds = session.origin === 'session' && session.earlierLeads === 0;
    return holds && session.replyBy !== null && session.replyBy > now.day ? session.replyBy : null;
  }

  private async session(em: EntityManager, proposalId: number): Promise<Session> {
    const [session] = await this.database.rows<Session>(
      `SELECT s."opensOn", s."closesOn", s."submissionDeadline", s."replyBy", p."origin",
        (SELECT COUNT(*) FROM "assignment" a WHERE a."proposalId" = p."id" AND a."role" = 'lead'
          AND a."stage" = 'released') AS "earlierLeads"
        FROM "proposal" p JOIN "plenarySession" s ON s."id" = p."sessionId" WHERE p."id" = ?`,
      [proposalId],
      em,
    );
    return session;
  }
}
