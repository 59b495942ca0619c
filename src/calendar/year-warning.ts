import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../lifecycle/people';
import { dayOf, isoOf } from '../platform/clock/calendar';
import { Clock } from '../platform/clock/clock';
import { Database } from '../platform/database/database';
import { History } from '../platform/history/history';
import { Calendars } from '../proposals/calendar/calendars';
import { Marks } from '../proposals/calendar/marks';
import { missingYear, weekOf } from './missing-year';

/** Reminds those who keep the calendar that the next year is not loaded: once a week, from 1 November on. */
@Injectable()
export class YearWarning {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly calendars: Calendars,
    private readonly history: History,
    private readonly marks: Marks,
  ) {}

  /** True when the warning was given now. */
  async run(): Promise<boolean> {
    const at = isoOf(this.clock.now());
    const today = dayOf(at);
    const { revision, calendar } = await this.calendars.current();
    const year = missingYear(today, calendar.years);
    const week = weekOf(today);
    if (year === null || (await this.marks.stands('yearWarning', week))) return false;
    return this.database.transaction(async (em) => {
      // Another process may have been faster.
      if (!(await this.marks.set(em, 'yearWarning', week))) return false;
      const { accountId, name: actorName } = SYSTEM;
      const what = { kind: 'calendar', subjectId: revision, action: 'warnMissingYear', stageTo: 'missing' };
      const tells = ['administrator', 'committee'];
      await this.history.append(em, { at, accountId, actorName, ...what, change: { year, week }, tells });
      return true;
    });
  }
}
