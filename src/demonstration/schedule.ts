import { addWorkingDays, type Calendar } from '../lifecycle/working-days';
import type { ManualClock } from '../platform/clock/clock';
import { dayOf, momentFrom, ZONE_OFFSET } from '../platform/clock/calendar';

type Deed = () => Promise<unknown>;

/** What happens when: deeds of many cases, performed in the order of their moments as they would have been. */
export class Schedule {
  private readonly deeds: { at: string; deed: Deed }[] = [];

  /** At a local time such as `2022-03-01 09:30`. */
  on(localTime: string, deed: Deed): void {
    const at = momentFrom(`${localTime.replace(' ', 'T')}${ZONE_OFFSET}`);
    if (!at) throw new Error(`${localTime} is no time of day.`);
    this.deeds.push({ at, deed });
  }

  /** Moves the clock from deed to deed, also to those that deeds put in; `eachDay` runs when a new day has begun. */
  async play(clock: ManualClock, eachDay: Deed): Promise<void> {
    for (let next = this.takeEarliest(); next; next = this.takeEarliest()) {
      const newDay = dayOf(next.at) !== dayOf(clock.now());
      clock.set(next.at);
      if (newDay) await eachDay();
      await next.deed();
    }
  }

  private takeEarliest(): { at: string; deed: Deed } | undefined {
    let earliest = 0;
    for (const [at, each] of this.deeds.entries()) if (each.at < this.deeds[earliest].at) earliest = at;
    return this.deeds.splice(earliest, 1)[0];
  }
}

/** The local time of the working day so many before or after another. */
export function workday(day: string, days: number, time: string, calendar: Calendar): string {
  return `${addWorkingDays(day, days, calendar)} ${time}`;
}
