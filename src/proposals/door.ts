import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { decide } from '../lifecycle/decide';
import { machineOf } from '../lifecycle/rulebook';
import { MACHINES, type Moment, type Rule } from '../lifecycle/rule';
import { isRefusalCode, refusals } from '../lifecycle/words/refusals';
import { dayOf, isoOf } from '../platform/clock/calendar';
import { Clock } from '../platform/clock/clock';
import { Database } from '../platform/database/database';
import { Conflict, NotFound, type Reason, Refused } from '../platform/web/errors';
import { Act, type Deed, type Done, type Work } from './act';
import { writeOf } from './consequences';
import { type Subject, TABLES } from './facts/subject';
import { Subjects } from './facts/subjects';
import { Gate } from './gate';
import { Aftermath } from './aftermath';

type AnyRule = Rule<string, { stage: string }>;

/**
 * The only door. In one transaction: load what the actor may see, ask the rulebook, write, move the stage, start and
 * stop deadlines, record history and outbox. Nothing leaves before the commit.
 */
@Injectable()
export class Door {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly subjects: Subjects,
    private readonly gate: Gate,
    private readonly aftermath: Aftermath,
  ) {}

  /** The present moment as rules and rows know it. */
  now(): Moment {
    const at = isoOf(this.clock.now());
    return { at, day: dayOf(at) };
  }

  /**
   * Performs the deed and gives id, stage and version of its subject with what `work` answers.
   * Throws NotFound, Refused with all reasons, Conflict when somebody was faster; then nothing has happened.
   */
  async perform<F, T extends object = object>(deed: Deed, work?: Work<F, T>): Promise<Done & T> {
    return this.database.transaction((em) => this.performIn(em, deed, work));
  }

  /** The same inside a transaction that does more: a change of the calendar moves many cases at once, or none. */
  async performIn<F, T extends object = object>(
    em: EntityManager,
    deed: Deed,
    work?: Work<F, T>,
  ): Promise<Done & T> {
    return (await this.run(em, deed, this.now(), work as Work<unknown, T>)) as Done & T;
  }

  private async run(em: EntityManager, deed: Deed, now: Moment, work?: Work<unknown, object>): Promise<Done> {
    const subject = await this.admit(em, deed, now);
    const rule = this.ask(deed, subject, now);
    const act = new Act(em, now, deed.actor, subject);
    const answer = (await work?.(act)) ?? {};
    await this.queue(
      em,
      act.consequences.map((consequence) => consequence.deed),
    );
    const done = await this.aftermath.settle(act, deed, rule, subject);
    for (const { deed: next, work: nextWork } of act.consequences) {
      await this.run(em, next, now, nextWork as Work<unknown, object>);
    }
    await this.follow(em, deed, rule, act, now);
    return { ...answer, ...done };
  }

  /** What the actor may not see does not exist; what has changed since they looked is not theirs to change unseen. */
  private async admit(em: EntityManager, deed: Deed, now: Moment): Promise<Subject | null> {
    if (deed.id === null) return null;
    await this.queue(em, [deed]);
    const subject = await this.subjects.load(deed.machine, deed.id, now, em);
    if (!subject) throw new NotFound();
    await this.gate.pass(deed.actor, subject, em);
    if (deed.version != null && deed.version !== subject.version) {
      throw new Conflict(undefined, { version: subject.version, stage: subject.stage });
    }
    return subject;
  }

  /**
   * Whoever acts on a case waits for whoever already does, and then sees what was done. All cases are held before
   * anything is added to the history, whose head everybody wants in the end: so nobody waits in a circle.
   */
  private async queue(em: EntityManager, deeds: readonly Deed[]): Promise<void> {
    for (const machine of MACHINES) {
      const ids = deeds.flatMap((deed) => (deed.machine === machine && deed.id !== null ? [deed.id] : []));
      if (machine === 'assignment') await this.database.hold('proposal', await this.casesOf(em, ids), em);
      else await this.database.hold(TABLES[machine], ids, em);
    }
  }

  private async casesOf(em: EntityManager, assignmentIds: readonly number[]): Promise<number[]> {
    if (this.database.kind === 'sqlite' || assignmentIds.length === 0) return [];
    const marks = assignmentIds.map(() => '?').join(', ');
    const sql = `SELECT DISTINCT "proposalId" FROM "assignment" WHERE "id" IN (${marks})`;
    const rows = await this.database.rows<{ proposalId: number }>(sql, [...assignmentIds], em);
    return rows.map((row) => row.proposalId);
  }

  private ask(deed: Deed, subject: Subject | null, now: Moment): AnyRule {
    const facts = (subject?.facts ?? null) as { stage: string } | null;
    const decision = decide(machineOf(deed.machine), deed.action, facts, deed.actor, now, deed.intent);
    if (decision.rule) return decision.rule;
    throw refusal(decision.refusals);
  }

  /** What the tables say comes next, where they allow it; what they do not allow now is simply not the time. */
  private async follow(em: EntityManager, deed: Deed, rule: AnyRule, act: Act, now: Moment): Promise<void> {
    const machine = deed.machine === 'assignment' ? 'proposal' : 'assignment';
    const actor = { ...deed.actor, system: true };
    for (const action of rule.then ?? []) {
      for (const id of await this.followers(em, machine, act)) {
        const next = { machine, action, id, actor } as const;
        const subject = await this.subjects.load(machine, id, now, em);
        const facts = (subject?.facts ?? null) as { stage: string } | null;
        if (subject && decide(machineOf(machine), action, facts, actor, now).rule)
          await this.run(em, next, now, writeOf(machine, action));
      }
    }
  }

  private async followers(
    em: EntityManager,
    machine: 'proposal' | 'assignment',
    act: Act,
  ): Promise<number[]> {
    if (machine === 'proposal') return [act.proposalId];
    const rows = await this.database.rows<{ id: number }>(
      'SELECT "id" FROM "assignment" WHERE "proposalId" = ? ORDER BY "id"',
      [act.proposalId],
      em,
    );
    return rows.map((row) => row.id);
  }
}

/** A refusal in words: what is wrong and what to do. */
export function reasonOf(code: string): Reason {
  return { code, message: isRefusalCode(code) ? refusals[code] : code };
}

/** All reasons at once; 403 alone when it is not the actor's to do. */
export function refusal(codes: readonly string[]): Refused {
  return new Refused(codes.map(reasonOf), codes.includes('notYours') ? 403 : 409);
}
