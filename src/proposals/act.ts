import type { EntityManager } from 'typeorm';
import type { ClockName } from '../lifecycle/clocks';
import type { Actor } from '../lifecycle/people';
import type { Intent, MachineName, Moment } from '../lifecycle/rule';
import type { Deadline } from './entities/deadline.entity';
import type { Subject } from './facts/subject';

/** What somebody wants to do to something. */
export interface Deed {
  readonly machine: MachineName;
  readonly action: string;
  /** Null when the deed brings the subject into being. */
  readonly id: number | null;
  readonly actor: Actor;
  /** The version the actor has seen; left out where it does not matter. */
  readonly version?: number | null;
  readonly intent?: Intent;
  /** Whom staff act for, by name. */
  readonly onBehalfOf?: string | null;
}

/** For whom or what one row of a clock stands, where the deed knows better than the table. */
export interface Target {
  readonly clock: ClockName;
  readonly subjectKind?: string;
  readonly subjectId: number;
  readonly owerScope?: number | null;
  readonly given?: string;
}

/** What was done, as every action answers. */
export interface Done {
  id: number;
  stage: string;
  version: number;
}

export type Work<F, T extends object> = (act: Act<F>) => Promise<T | void> | T | void;

/**
 * The hands of a service inside the door: what it writes by `em` happens in the door's transaction; stage, version,
 * deadlines, history and outbox are the door's own business.
 */
export class Act<F = unknown> {
  readonly values: Record<string, unknown> = {};
  readonly change: Record<string, unknown> = {};
  readonly targets: Target[] = [];
  readonly settled: { clock: ClockName; subjectId: number }[] = [];
  readonly kept: ClockName[] = [];
  readonly extensions: { clocks: readonly ClockName[]; until: string }[] = [];
  readonly recounted: Deadline[] = [];
  readonly consequences: { deed: Deed; work?: Work<never, object> }[] = [];

  constructor(
    readonly em: EntityManager,
    readonly now: Moment,
    readonly actor: Actor,
    private current: Subject<F> | null,
  ) {}

  get facts(): F {
    return this.subject.facts;
  }

  get subject(): Subject<F> {
    if (!this.current) throw new Error('There is no subject before it has been created.');
    return this.current;
  }

  get id(): number {
    return this.subject.id;
  }

  /** The case the subject belongs to. */
  get proposalId(): number {
    const { proposalId } = this.subject;
    if (proposalId === null) throw new Error('This subject belongs to no case.');
    return proposalId;
  }

  /** Names the row that the deed brought into being. */
  created(subject: Subject<F>): void {
    this.current = subject;
  }

  /** Columns of the subject's row that change with its stage. */
  set(values: Record<string, unknown>): void {
    Object.assign(this.values, values);
  }

  /** What the history keeps: before and after of what changed, or what was said. */
  note(change: Record<string, unknown>): void {
    Object.assign(this.change, change);
  }

  /** Starts one row of a clock that the rule starts or may start. */
  start(target: Target): void {
    this.targets.push(target);
  }

  /** Narrows a clock the rule stops to one row. */
  settle(clock: ClockName, subjectId: number): void {
    this.settled.push({ clock, subjectId });
  }

  /** Leaves a clock running that the rule would stop: what was owed is owed as before, by the same day. */
  keep(clock: ClockName): void {
    this.kept.push(clock);
  }

  extend(clocks: readonly ClockName[], until: string): void {
    this.extensions.push({ clocks, until });
  }

  /** Deadlines whose days are to be counted anew: the calendar has changed. */
  recount(rows: readonly Deadline[]): void {
    this.recounted.push(...rows);
  }

  /** What follows from the deed in the same transaction, done by the system for the same person. */
  then<G>(deed: Omit<Deed, 'actor'>, work?: Work<G, object>): void {
    const actor = { ...this.actor, system: true };
    this.consequences.push({ deed: { ...deed, actor }, work: work as Work<never, object> });
  }
}
