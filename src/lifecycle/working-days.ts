import { type Day, civil, dayAt, dayNumber } from './days';

/** One year of the State Council's arrangement, as `config/calendar/<year>.json` holds it. */
export interface CalendarYear {
  readonly year: number;
  readonly source: string;
  readonly off: readonly { readonly from: Day; readonly to: Day; readonly name: string }[];
  /** Make-up working days (调休): Saturdays and Sundays that are worked. */
  readonly worked: readonly Day[];
}

/** The loaded years. Days are day numbers here, because counting walks over many of them. */
export interface Calendar {
  readonly years: ReadonlySet<number>;
  /** Each day off with its holiday's name, which is what an explanation of a date has to say. */
  readonly off: ReadonlyMap<number, string>;
  readonly worked: ReadonlySet<number>;
}

/**
 * Days off that the Regulation on Public Holidays (全国年节及纪念日放假办法) fixes on the solar calendar, as month * 100 + day,
 * with the year since which they are. Festivals by the moon are known only once they are announced.
 */
const FIXED_HOLIDAYS: ReadonlyMap<number, number> = new Map([
  [101, 0],
  [501, 0],
  [502, 2025],
  [1001, 0],
  [1002, 0],
  [1003, 0],
]);

export function calendarOf(years: readonly CalendarYear[]): Calendar {
  const off = new Map<number, string>();
  for (const { from, to, name } of years.flatMap((year) => year.off)) {
    for (let number = dayNumber(from); number <= dayNumber(to); number += 1) off.set(number, name);
  }
  return {
    years: new Set(years.map(({ year }) => year)),
    off,
    worked: new Set(years.flatMap(({ worked }) => worked.map(dayNumber))),
  };
}

export function isWorkingDay(day: Day, calendar: Calendar): boolean {
  return works(dayNumber(day), calendar);
}

/**
 * True when the arrangement of every year from `day` to `through` is loaded. In other years working days are Monday to
 * Friday without the fixed holidays, and a date that rests on that is provisional.
 */
export function isLoaded(day: Day, calendar: Calendar, through: Day = day): boolean {
  for (let year = Number(day.slice(0, 4)); year <= Number(through.slice(0, 4)); year += 1) {
    if (!calendar.years.has(year)) return false;
  }
  return true;
}

/** The `days`-th working day after `day`, which itself is not counted; before it when `days` is negative. */
export function addWorkingDays(day: Day, days: number, calendar: Calendar): Day {
  const step = Math.sign(days);
  let number = dayNumber(day);
  for (let left = Math.abs(days); left > 0;) {
    number += step;
    if (works(number, calendar)) left -= 1;
  }
  return dayAt(number);
}

/** `day` itself when it is worked, else the first working day after it (Civil Code art. 203). */
export function nextWorkingDay(day: Day, calendar: Calendar): Day {
  let number = dayNumber(day);
  while (!works(number, calendar)) number += 1;
  return dayAt(number);
}

/** Working days after `from` up to and including `to`; negative when `to` lies before `from`. */
export function workingDaysBetween(from: Day, to: Day, calendar: Calendar): number {
  const [first, last] = [dayNumber(from), dayNumber(to)];
  if (last < first) return -workingDaysBetween(to, from, calendar);
  let count = 0;
  for (let number = first + 1; number <= last; number += 1) if (works(number, calendar)) count += 1;
  return count;
}

/** `isWorkingDay` for a day number. */
export function works(number: number, calendar: Calendar): boolean {
  if (calendar.worked.has(number)) return true;
  if (calendar.off.has(number) || isWeekend(number)) return false;
  const { year, month, day } = civil(number);
  return calendar.years.has(year) || year < (FIXED_HOLIDAYS.get(month * 100 + day) ?? Infinity);
}

/** True for Saturdays and Sundays, worked or not. Day 0, 1970-01-01, was a Thursday. */
export function isWeekend(number: number): boolean {
  const sinceMonday = (((number + 3) % 7) + 7) % 7;
  return sinceMonday >= 5;
}
