import { Injectable } from '@nestjs/common';
import { type CalendarEntry, entriesAfter } from '../lifecycle/calendar-changes';
import { SYSTEM } from '../lifecycle/people';
import { dayOf } from '../platform/clock/calendar';
import { Clock } from '../platform/clock/clock';
import { Database } from '../platform/database/database';
import { NotFound } from '../platform/web/errors';
import { Calendars } from '../proposals/calendar/calendars';
import type { ArrangedYear, LoadedYear, LoadedYears } from './calendar.dto';
import { missingYear, warningOf } from './missing-year';

interface Row extends Omit<LoadedYear, 'changedDays'> {
  id: number;
}

/** The calendar as it is in force. */
@Injectable()
export class YearsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly calendars: Calendars,
  ) {}

  async list(): Promise<LoadedYears> {
    const { revision, calendar } = await this.calendars.current();
    const rows = await this.loaded();
    const items = await Promise.all(rows.map((row) => this.withChanges(row)));
    const missing = missingYear(dayOf(this.clock.now()), calendar.years);
    return { revision, items, warning: missing === null ? null : warningOf(missing) };
  }

  /** Throws NotFound, saying what to do, when the year is not loaded. */
  async get(year: number): Promise<ArrangedYear> {
    const { revision } = await this.calendars.current();
    const row = (await this.loaded()).find((each) => each.year === year);
    if (!row) throw new NotFound(`${year} 年的放假安排尚未载入，请先导入该年的安排。`);
    return { ...(await this.withChanges(row)), revision, days: await this.daysOf(year, revision) };
  }

  /** Single days set by hand since the year was last loaded: what loading it again would replace. */
  async changedDays(year: number): Promise<string[]> {
    const row = (await this.loaded()).find((each) => each.year === year);
    return this.setSince(row?.id ?? 0, year);
  }

  private async daysOf(year: number, revision: number): Promise<CalendarEntry[]> {
    const entries = entriesAfter(await this.calendars.changes(revision));
    return entries.filter(({ day }) => day.startsWith(`${year}-`));
  }

  /** The latest change that loaded each year. */
  private loaded(): Promise<Row[]> {
    return this.database.rows<Row>(
      `SELECT c."id", c."year", c."source", c."origin", c."at", COALESCE(a."displayName", '${SYSTEM.name}') AS "by"
        FROM "calendarChange" c LEFT JOIN "account" a ON a."id" = c."accountId"
        WHERE c."id" IN (SELECT MAX("id") FROM "calendarChange" WHERE "year" IS NOT NULL GROUP BY "year")
        ORDER BY c."year"`,
    );
  }

  private async withChanges({ id, ...row }: Row): Promise<LoadedYear> {
    return { ...row, changedDays: (await this.setSince(id, row.year)).length };
  }

  private async setSince(id: number, year: number): Promise<string[]> {
    const rows = await this.database.rows<{ entries: string }>(
      `SELECT "entries" FROM "calendarChange" WHERE "year" IS NULL AND "id" > ? ORDER BY "id"`,
      [id],
    );
    const days = rows.flatMap(({ entries }) => JSON.parse(entries) as CalendarEntry[]).map(({ day }) => day);
    return [...new Set(days)].filter((day) => day.startsWith(`${year}-`)).sort();
  }
}
