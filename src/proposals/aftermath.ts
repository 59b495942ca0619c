import { Injectable } from '@nestjs/common';
import { type ClockName, clockOf } from '../lifecycle/clocks';
import { type Hat, wears } from '../lifecycle/people';
import type { Rule } from '../lifecycle/rule';
import { SECRET_ACTOR } from '../lifecycle/words/terms';
import { Database } from '../platform/database/database';
import { History } from '../platform/history/history';
import { Conflict } from '../platform/web/errors';
import type { Act, Deed, Done, Target } from './act';
import { DeadlineBook } from './deadlines/deadline-book';
import { DeadlineTerms } from './deadlines/terms';
import { Assignment } from './entities/assignment.entity';
import type { Deadline } from './entities/deadline.entity';
import { Evaluation } from './entities/evaluation.entity';
import { Notice } from './entities/notice.entity';
import { Proposal } from './entities/proposal.entity';
import type { Subject } from './facts/subject';
import { usualTargets } from './targets';

type AnyRule = Rule<string, { stage: string }>;

const ENTITIES: Record<Subject['table'], new () => { id: number; version: number }> = {
  proposal: Proposal,
  assignment: Assignment,
  evaluation: Evaluation,
  notice: Notice,
};

/** What every action leaves behind in the same way: the new stage, the history, the clocks. */
@Injectable()
export class Aftermath {
  constructor(
    private readonly database: Database,
    private readonly history: History,
    private readonly deadlines: DeadlineBook,
    private readonly terms: DeadlineTerms,
  ) {}

  async settle(act: Act, deed: Deed, rule: AnyRule, before: Subject | null): Promise<Done> {
    const done = before ? await this.move(act, rule, before) : begun(act);
    const historyId = await this.record(act, deed, rule, before, done);
    await this.stop(act, deed, rule, historyId);
    await this.turn(act, rule, historyId);
    const named = new Set(act.targets.map((target) => target.clock));
    const usual = (rule.starts ?? []).filter((clock) => !named.has(clock));
    for (const clock of usual) act.targets.push(...usualTargets(act, clock));
    for (const target of act.targets) await this.start(act, target, rule, historyId);
    await this.prove(act, rule);
    return done;
  }

  /** What the table promises of deeds that choose their clocks themselves: nobody is left to wait for nothing. */
  private async prove(act: Act, { leavesOneOf }: AnyRule): Promise<void> {
    if (!leavesOneOf || (await this.openClocks(act, leavesOneOf)).length > 0) return;
    throw new Error(
      `None of these clocks runs afterwards, though the rule says so: ${leavesOneOf.join(', ')}.`,
    );
  }

  /** The version guards against a second actor on databases that let two transactions read the same row. */
  private async move(act: Act, rule: AnyRule, before: Subject): Promise<Done> {
    const stage = rule.to ?? before.stage;
    const version = before.version + 1;
    const values = { ...act.values, stage, version };
    const seen = { id: before.id, version: before.version };
    if ((await this.database.update(ENTITIES[before.table], seen, values, act.em)) !== 1)
      throw new Conflict();
    return { id: before.id, stage, version };
  }

  private record(act: Act, deed: Deed, rule: AnyRule, before: Subject | null, done: Done): Promise<number> {
    return this.history.append(act.em, {
      at: act.now.at,
      ...(rule.secret ? NOBODY : doerOf(deed)),
      kind: deed.machine,
      subjectId: done.id,
      proposalId: act.subject.proposalId,
      action: deed.action,
      stageFrom: before?.stage ?? null,
      stageTo: done.stage,
      change: act.change,
      tells: [...(rule.tells ?? [])],
    });
  }

  private async stop(act: Act, deed: Deed, rule: AnyRule, historyId: number): Promise<void> {
    if (!rule.stops) return;
    const open = await this.openClocks(act, rule.stops === 'all' ? undefined : rule.stops);
    const rows = open.filter((row) => isSettled(act, row));
    await this.deadlines.stop(act.em, rows, (row) => owedBy(deed, row), act.now, historyId);
  }

  /** Clocks of the subject; of a proposal also those of everything that belongs to it. */
  private openClocks(act: Act, clocks?: readonly ClockName[]): Promise<Deadline[]> {
    const { machine, id, proposalId } = act.subject;
    if (machine === 'proposal') return this.deadlines.running(act.em, { proposalId: id }, clocks);
    if (machine !== 'assignment')
      return this.deadlines.running(act.em, { subjectKind: machine, subjectId: id }, clocks);
    return this.deadlines
      .running(act.em, { proposalId: proposalId ?? 0 }, clocks)
      .then((rows) => rows.filter((row) => belongs(row, id, act)));
  }

  private async turn(act: Act, rule: AnyRule, historyId: number): Promise<void> {
    if (rule.pauses) {
      const rows = await this.openClocks(act, rule.pauses);
      await this.deadlines.pause(act.em, rows, act.now, historyId);
    }
    if (rule.resumes) {
      const rows = await this.openClocks(act, rule.resumes);
      await this.deadlines.resume(act.em, rows, act.now, historyId);
    }
    for (const { clocks, until } of act.extensions) {
      const rows = await this.openClocks(act, clocks);
      await this.deadlines.extend(act.em, rows, until, act.now, historyId);
    }
    await this.deadlines.recount(act.em, act.recounted, act.now, historyId);
  }

  private start(act: Act, target: Target, rule: AnyRule, historyId: number): Promise<void> {
    const allowed = [...(rule.starts ?? []), ...(rule.mayStart ?? [])];
    if (!allowed.includes(target.clock))
      throw new Error(`The rule does not start the clock ${target.clock}.`);
    return this.begin(act, target, historyId);
  }

  private async begin(act: Act, target: Target, historyId: number): Promise<void> {
    const { clock, subjectId, subjectKind = act.subject.machine, given } = target;
    const { proposalId } = act.subject;
    const owerHat = clockOf(clock).owes;
    const owerScope = target.owerScope !== undefined ? target.owerScope : usualScope(act, owerHat);
    const terms = await this.terms.of(act.em, clock, proposalId, act.now);
    const start = {
      clock,
      subjectKind,
      subjectId,
      proposalId,
      owerHat,
      owerScope,
      ...terms,
      ...(given ? { given } : {}),
    };
    await this.deadlines.start(act.em, start, act.now, historyId);
  }
}

/** Secret also from whoever can read the tables: not even the request leads back. */
const NOBODY = { accountId: null, actorName: SECRET_ACTOR, requestId: null };

function doerOf({ actor, onBehalfOf }: Deed) {
  return { accountId: actor.accountId, actorName: actor.name, onBehalfOf: onBehalfOf ?? null };
}

function begun(act: Act): Done {
  const { id, stage, version } = act.subject;
  return { id, stage, version };
}

/** Whether the one who acts is the one who owed the step; staff who act for a sponsor count as the sponsor. */
function owedBy(deed: Deed, row: Deadline): boolean {
  if (deed.onBehalfOf && row.owerHat === 'sponsor') return true;
  const unitHats: Hat[] = ['unitHandler', 'unitLeader'];
  const hats = unitHats.includes(row.owerHat) ? unitHats : [row.owerHat];
  return hats.some((hat) => wears(deed.actor, hat, row.owerScope ?? undefined));
}

function isSettled(act: Act, row: Deadline): boolean {
  if (act.kept.includes(row.clock)) return false;
  const named = act.settled.filter((each) => each.clock === row.clock);
  return named.length === 0 || named.some((each) => each.subjectId === row.subjectId);
}

/** Rows of an assignment, and of those things (`promise`, `countersignature`) the deed itself has named. */
function belongs(row: Deadline, assignmentId: number, act: Act): boolean {
  if (row.subjectKind === 'assignment' && row.subjectId === assignmentId) return true;
  return act.settled.some((each) => each.clock === row.clock && each.subjectId === row.subjectId);
}

function usualScope(act: Act, hat: Hat): number | null {
  const { leadSponsorId, officeId, unitId } = act.subject;
  if (hat === 'sponsor') return leadSponsorId;
  if (hat === 'assigningOffice') return (act.values.officeId as number | undefined) ?? officeId;
  if (hat === 'unitHandler' || hat === 'unitLeader') return unitId;
  return null;
}
