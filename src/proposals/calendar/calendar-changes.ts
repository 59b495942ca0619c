import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { calendarAfter, type CalendarChange, entriesAfter } from '../../lifecycle/calendar-changes';
import type { Day } from '../../lifecycle/days';
import type { Actor } from '../../lifecycle/people';
import { dayOf, isoOf } from '../../platform/clock/calendar';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { History } from '../../platform/history/history';
import { Conflict, Invalid } from '../../platform/web/errors';
import { CalendarChangeRow } from '../entities/calendar-change.entity';
import { Calendars } from './calendars';
import { Moves } from './moves';
import { type Effect, Recounting } from './recounting';

/** Who changes the calendar, on what ground, and what they have seen before. */
export interface Occasion {
  readonly actor: Actor;
  readonly action: 'importYear' | 'setDay' | 'adoptYear';
  readonly origin: CalendarChangeRow['origin'];
  /** The notice each change rests on, or the reason. */
  readonly sources: readonly string[];
  /** Why days that are over are changed. */
  readonly reason?: string | null;
  /** Said outright that days that are over are to be changed. */
  readonly confirmPast?: boolean | null;
  /** The revision that was previewed. */
  readonly revision?: number | null;
}

/** What a change would do, and what it would be done to. */
export interface Prospect {
  /** The revision it was reckoned from. */
  readonly revision: number;
  readonly effect: Effect;
  /** Days it changes that are today or over. */
  readonly pastDays: readonly Day[];
  /** Nothing about the calendar would be different. */
  readonly idle: boolean;
}

/** The only way to change the calendar. */
@Injectable()
export class CalendarChanges {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly calendars: Calendars,
    private readonly recounting: Recounting,
    private readonly moves: Moves,
    private readonly history: History,
  ) {}

  /** What would follow, by what is committed now; nothing is written. */
  async preview(change: CalendarChange): Promise<Prospect> {
    return this.prospect(this.database.reader, [change]);
  }

  /**
   * Changes the calendar and every deadline that it moves, all or nothing, and gives the new revision with what
   * followed. Throws Conflict when the calendar is not the one that was previewed, Invalid when nothing would change
   * or when days that are over would and nobody has said that this is meant.
   */
  apply(change: CalendarChange, occasion: Occasion): Promise<Prospect> {
    return this.database.transaction((em) => this.applyIn(em, () => Promise.resolve([change]), occasion));
  }

  /** The same inside a transaction, for changes that are only known once nobody else can change anything. */
  async applyIn(
    em: EntityManager,
    wanted: (em: EntityManager) => Promise<readonly CalendarChange[]>,
    occasion: Occasion,
  ): Promise<Prospect> {
    await this.moves.hold(em);
    const changes = await wanted(em);
    const prospect = await this.prospect(em, changes);
    if (changes.length === 0) return prospect;
    accept(prospect, occasion);
    const revision = await this.add(em, changes, occasion);
    await this.moves.make(em, prospect.effect, revision, occasion.actor);
    // The first calendar of a record that holds nothing yet is no change of anything.
    if (prospect.revision > 0 || prospect.effect.moved.length > 0)
      await this.record(em, changes, { ...prospect, revision }, occasion);
    return { ...prospect, revision };
  }

  private async prospect(em: EntityManager, changes: readonly CalendarChange[]): Promise<Prospect> {
    const { revision, calendar } = await this.calendars.current(em);
    const made = await this.calendars.changes(revision, em);
    const after = { revision: revision + changes.length, calendar: calendarAfter([...made, ...changes]) };
    const today = dayOf(this.clock.now());
    const effect = await this.recounting.effect(em, calendar, after, today);
    const same = JSON.stringify(entriesAfter(made)) === JSON.stringify(entriesAfter([...made, ...changes]));
    const pastDays = effect.days.filter((day) => day <= today);
    return { revision, effect, pastDays, idle: same && effect.span === null };
  }

  /** Adds the changes and gives the revision of the last. */
  private async add(em: EntityManager, changes: readonly CalendarChange[], occasion: Occasion) {
    const { origin, sources, actor } = occasion;
    const at = isoOf(this.clock.now());
    const rows = changes.map(({ year, entries }, index) => {
      const source = sources[index] ?? sources[0];
      return { at, accountId: actor.accountId, origin, source, year, entries: [...entries] };
    });
    const revision = (await this.database.insert(CalendarChangeRow, rows, em)).at(-1) as number;
    await this.database.change('UPDATE "calendarHead" SET "revision" = ?', [revision], em);
    return revision;
  }

  private async record(
    em: EntityManager,
    changes: readonly CalendarChange[],
    { effect, revision }: Prospect,
    { actor, action, sources, reason = null }: Occasion,
  ): Promise<void> {
    const followed = { moved: effect.moved.length, definite: effect.definite, closed: effect.closed };
    const what =
      action === 'setDay' ? { ...changes[0].entries[0] } : { years: changes.map(({ year }) => year) };
    await this.history.append(em, {
      at: isoOf(this.clock.now()),
      accountId: actor.accountId,
      actorName: actor.name,
      kind: 'calendar',
      subjectId: revision,
      action,
      stageTo: 'inForce',
      change: { ...what, sources, reason, days: effect.days, ...followed },
    });
  }
}

function accept({ revision, pastDays, idle }: Prospect, occasion: Occasion): void {
  if (occasion.revision != null && occasion.revision !== revision)
    throw new Conflict('放假安排在您预览之后已有变化，请重新预览后再确认。', { revision });
  if (occasion.origin === 'file') return;
  if (idle) {
    const message = '与现行安排相同，无需调整；请核对日期和内容。';
    throw new Invalid([{ field: '', code: 'unchanged', message }]);
  }
  if (pastDays.length > 0 && !(occasion.confirmPast && occasion.reason)) {
    const message = `涉及今天或已过去的日期（${pastDays.slice(0, 5).join('、')}${pastDays.length > 5 ? ' 等' : ''}）：已办结的期限不会改动。确需修改的，请填写“理由”，并将 confirmPast 设为 true 后重新提交。`;
    throw new Invalid([{ field: 'confirmPast', code: 'pastDays', message }]);
  }
}
