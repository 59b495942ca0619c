import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CLOCK_NAMES } from '../../lifecycle/clocks';
import { dayOf, isoOf } from '../../platform/clock/calendar';
import { Clock } from '../../platform/clock/clock';
import { Database } from '../../platform/database/database';
import { Metrics } from '../../platform/metrics/metrics';

// Both go over indexes alone; that of the days begins with the clock.
const CLOCKS = CLOCK_NAMES.map((clock) => `'${clock}'`).join(', ');
const OVERDUE = `SELECT "clock", COUNT(*) AS "overdue" FROM "deadline" WHERE "clock" IN (${CLOCKS})
  AND "state" = 'running' AND "dueOn" <= ? AND ("dueOn" < ? OR "dueAt" < ?) GROUP BY "clock"`;
const BEHIND = `SELECT COUNT(*) AS "behind" FROM "deadline" WHERE "state" = 'running' AND "remindOn" < ?`;

/** What is late, and which reminders of days past have not been given. */
@Injectable()
export class DeadlineGauges implements OnModuleInit {
  constructor(
    private readonly metrics: Metrics,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.metrics.add(
      {
        name: 'tiban_deadlines_overdue',
        help: 'Running deadlines past their day, by clock',
        labels: ['clock'],
        measure: () => this.overdue(),
      },
      {
        name: 'tiban_reminders_behind',
        help: 'Running deadlines whose reminder of an earlier day has not been given',
        measure: () => this.behind(),
      },
    );
  }

  // Each clock, also with nothing overdue: a line that comes and goes makes a poor graph and no alarm.
  private async overdue() {
    const now = isoOf(this.clock.now());
    const today = dayOf(now);
    const rows = await this.database.rows<{ clock: string; overdue: number }>(OVERDUE, [today, today, now]);
    const found = new Map(rows.map((row) => [row.clock, row.overdue]));
    return CLOCK_NAMES.map((clock) => ({ labels: { clock }, value: found.get(clock) ?? 0 }));
  }

  private async behind() {
    const [row] = await this.database.rows<{ behind: number }>(BEHIND, [dayOf(this.clock.now())]);
    return [{ value: row.behind }];
  }
}
