import { Injectable } from '@nestjs/common';
import type { Actor } from '../lifecycle/people';
import { Database } from '../platform/database/database';
import { Kept } from '../platform/database/kept';
import { NotFound } from '../platform/web/errors';
import { Door } from '../proposals/door';
import { filtersOf } from '../proposals/lists/filters';
import { reachOf } from '../proposals/lists/reach';
import { Rules } from '../proposals/rules';
import { visibleTo } from '../proposals/visibility';
import type { Counted, FigureName, Narrowed, Planned, Reader } from './figure';
import { FIGURES, figuresOf } from './figures';
import { SessionChoices } from './session-choices.service';
import type { StatisticDto, StatisticRowDto, StatisticsDto, StatisticsQuery } from './statistics.dto';
import { tally } from './tally';

/** What is reported of a session, each line with the list that shows its cases. */
@Injectable()
export class StatisticsService {
  /** Until anybody commits: a dashboard is opened far more often than something happens. */
  private readonly read: Kept<StatisticDto[]>;

  constructor(
    private readonly database: Database,
    private readonly door: Door,
    private readonly rules: Rules,
    private readonly sessions: SessionChoices,
  ) {
    this.read = new Kept(database);
  }

  /** All figures the actor may read, or the one asked for. Throws NotFound for one that is not theirs. */
  async of(actor: Actor, { sessionId, figure }: StatisticsQuery): Promise<StatisticsDto> {
    const names = figuresOf(actor).filter((name) => !figure || name === figure);
    if (figure && names.length === 0) throw new NotFound();
    const sessions = await this.sessions.all();
    const chosen = this.sessions.chosen(sessions, sessionId ?? null);
    const choices = sessions.map(({ id, label }) => ({ id, label }));
    const figures = chosen === null ? [] : await this.figures(actor, chosen, names);
    return { sessionId: chosen, sessions: choices, figures };
  }

  private figures(actor: Actor, sessionId: number, names: readonly FigureName[]): Promise<StatisticDto[]> {
    const now = this.door.now();
    const key = JSON.stringify([actor.system, actor.hats, sessionId, names, now.day]);
    return this.read.of(key, async () => {
      const all = [visibleTo(actor), reachOf(actor), ...filtersOf({ sessionId }, now, actor)];
      const cases = {
        sql: all.map(({ sql }) => `(${sql})`).join(' AND '),
        params: all.flatMap(({ params }) => params),
      };
      return this.count({ actor, now, cases, rules: this.rules.handling }, sessionId, names);
    });
  }

  private async count(
    reader: Reader,
    sessionId: number,
    names: readonly FigureName[],
  ): Promise<StatisticDto[]> {
    const plans = new Map(names.map((name) => [name, FIGURES[name].plan?.(reader) ?? []]));
    const numberOf = await tally(
      this.database,
      reader,
      [...plans.values()].flat().flatMap(({ list, of }) => [list, of]),
    );
    const figures: StatisticDto[] = [];
    for (const name of names) {
      const { title, basis, unit, count } = FIGURES[name];
      const planned = plans.get(name)!.map((line) => countedBy(line, numberOf));
      const lines = [...planned, ...((await count?.(reader, this.database)) ?? [])];
      figures.push({ name, title, basis, unit, rows: lines.map((line) => rowOf(line, sessionId)) });
    }
    return figures;
  }
}

const countedBy = (line: Planned, numberOf: (list: Narrowed) => number): Counted => ({
  ...line,
  count: numberOf(line.list),
  of: numberOf(line.of),
});

function rowOf({ key, group, label, count, of, cases, list }: Counted, sessionId: number): StatisticRowDto {
  const href = list && hrefOf({ sessionId, ...list });
  return { key, group: group ?? null, label, count, of, cases: cases ?? count, href };
}

/** The address of a list, its filters in the order in which they are given. */
function hrefOf(query: object): string {
  const pairs = Object.entries(query).map(([name, value]) => [name, String(value)]);
  return `/proposals?${new URLSearchParams(pairs)}`;
}
