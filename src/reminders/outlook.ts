import type { ReminderRung } from '../../config/handling-rules';
import { type ClockName, clockOf } from '../lifecycle/clocks';
import { addDays, type Day } from '../lifecycle/days';
import { kindOf, nextReminderOn, reminderBy, type Reminder } from '../lifecycle/reminders';
import type { Calendar } from '../lifecycle/working-days';

/** A deadline whose day to be reminded of has come. */
export interface Due {
  readonly id: number;
  readonly clock: ClockName;
  readonly startedOn: Day;
  readonly dueOn: Day;
  readonly remindOn: Day;
}

/** What is to be said of a deadline now, if anything, and when the ladder speaks next. */
export interface Said {
  readonly now: (Reminder & { readonly kind: string; readonly level: ReminderRung['level'] }) | null;
  readonly nextOn: Day | null;
}

const NOTHING: Said = { now: null, nextOn: null };

/**
 * What the ladder says on one day. Many deadlines begin and end on the same days, and walking through the calendar for
 * each of them would take longer than everything else together.
 */
export class Outlook {
  private readonly known = new Map<string, Said>();

  constructor(
    private readonly ladder: readonly ReminderRung[],
    private readonly calendar: Calendar,
    private readonly day: Day,
  ) {}

  of(deadline: Pick<Due, 'clock' | 'startedOn' | 'dueOn'>): Said {
    if (clockOf(deadline.clock).debt === false) return NOTHING;
    const key = `${deadline.startedOn} ${deadline.dueOn}`;
    const said = this.known.get(key) ?? this.find(deadline);
    this.known.set(key, said);
    return said;
  }

  private find(deadline: Pick<Due, 'startedOn' | 'dueOn'>): Said {
    const { ladder, calendar, day } = this;
    const reminder = reminderBy(ladder, deadline, day, calendar);
    const nextOn = nextReminderOn(ladder, deadline, addDays(day, 1), calendar);
    if (!reminder) return { now: null, nextOn };
    const rung = ladder[reminder.rung];
    return { now: { ...reminder, kind: kindOf(rung, reminder.repeat), level: rung.level }, nextOn };
  }
}
