import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { calendarAfter, type CalendarChange } from '../../lifecycle/calendar-changes';
import type { Calendar } from '../../lifecycle/working-days';
import { Database } from '../../platform/database/database';

/** The calendar with the number of the change that made it so. */
export interface Dated {
  readonly revision: number;
  readonly calendar: Calendar;
}

/** The working days as the record knows them: the changes in order, so that any earlier state can be had again. */
@Injectable()
export class Calendars {
  private latest?: Dated;
  /** What a transaction that changes the calendar counts by: every deadline it moves asks again. */
  private readonly uncommitted = new WeakMap<EntityManager, Dated>();

  constructor(private readonly database: Database) {}

  /** As it is now. In a transaction it then stays so until that ends: no day is counted by a calendar just replaced. */
  async current(em: EntityManager = this.database.reader): Promise<Dated> {
    const lock = this.database.kind === 'postgres' && em !== this.database.reader ? ' FOR SHARE' : '';
    const sql = `SELECT "revision" FROM "calendarHead"${lock}`;
    const [{ revision }] = await this.database.rows<{ revision: number }>(sql, [], em);
    if (this.latest?.revision === revision) return this.latest;
    const own = this.uncommitted.get(em);
    if (own?.revision === revision) return own;
    const dated = { revision, calendar: await this.at(revision, em) };
    // What is not committed yet may never be.
    if (em === this.database.reader) this.latest = dated;
    else this.uncommitted.set(em, dated);
    return dated;
  }

  /** As it was after that change, for whatever was counted then. */
  async at(revision: number, em: EntityManager = this.database.reader): Promise<Calendar> {
    if (this.latest?.revision === revision) return this.latest.calendar;
    return calendarAfter(await this.changes(revision, em));
  }

  /** The changes up to a revision, in order. */
  async changes(revision: number, em: EntityManager = this.database.reader): Promise<CalendarChange[]> {
    const rows = await this.database.rows<{ year: number | null; entries: string }>(
      'SELECT "year", "entries" FROM "calendarChange" WHERE "id" <= ? ORDER BY "id"',
      [revision],
      em,
    );
    return rows.map(({ year, entries }) => ({ year, entries: entriesIn(entries) }));
  }
}

const entriesIn = (text: string) => JSON.parse(text) as CalendarChange['entries'];
