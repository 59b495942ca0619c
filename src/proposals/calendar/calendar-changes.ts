import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type CalendarChange, changeOfYear } from '../../lifecycle/calendar-changes';
import type { CalendarYear } from '../../lifecycle/working-days';
import { isoOf } from '../../platform/clock/calendar';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { CalendarChangeRow } from '../entities/calendar-change.entity';
import { Rules } from '../rules';

type Origin = Pick<CalendarChangeRow, 'origin' | 'source' | 'accountId'>;

/** The only way to change the calendar. */
@Injectable()
export class CalendarChanges implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly rules: Rules,
  ) {}

  /** Takes over the years of the settings that are new, or whose file has changed since it was last taken over. */
  async onModuleInit(): Promise<void> {
    if ((await this.news(this.database.reader)).length === 0) return;
    await this.database.transaction(async (em) => {
      // Another process may have been faster.
      await this.database.hold('calendarHead', [1], em);
      for (const year of await this.news(em)) {
        const origin = { origin: 'file', source: year.source, accountId: null } as const;
        await this.add(em, changeOfYear(year), origin);
      }
    });
  }

  /** Adds the change and gives its revision. */
  private async add(em: EntityManager, change: CalendarChange, origin: Origin): Promise<number> {
    const row = { ...origin, ...change, entries: [...change.entries], at: isoOf(this.clock.now()) };
    const [revision] = await this.database.insert(CalendarChangeRow, [row], em);
    await this.database.change('UPDATE "calendarHead" SET "revision" = ?', [revision], em);
    return revision;
  }

  private async news(em: EntityManager): Promise<readonly CalendarYear[]> {
    const rows = await this.database.rows<{ year: number; entries: string; source: string }>(
      `SELECT "year", "entries", "source" FROM "calendarChange" WHERE "origin" = 'file' ORDER BY "id"`,
      [],
      em,
    );
    const taken = new Map(rows.map(({ year, entries, source }) => [year, source + entries]));
    return this.rules.years.filter(
      (year) => taken.get(year.year) !== year.source + JSON.stringify(changeOfYear(year).entries),
    );
  }
}
