/** A day of the office, `YYYY-MM-DD`, in Asia/Shanghai. Days in this form sort as text. */
export type Day = string;

const DAY = 86_400_000;

/** True when `text` is a day that exists: 2025-02-29 is none. */
export function isDay(text: string): boolean {
  if (!/^[1-9]\d{3}-\d\d-\d\d$/.test(text)) return false;
  const [year, month, day] = text.split('-').map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= monthLength(year, month);
}

/** Days since 1970-01-01. Throws a RangeError on what is no day: counting that starts nowhere would never end. */
export function dayNumber(day: Day): number {
  if (!isDay(day)) throw new RangeError(`not a day: ${day}`);
  return numberOf(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8)));
}

/** The day of a day number. */
export function dayAt(number: number): Day {
  const { year, month, day } = civil(number);
  return format(year, month, day);
}

export function addDays(day: Day, days: number): Day {
  return dayAt(dayNumber(day) + days);
}

/** The same day of the month `months` later, or that month's last day when there is none (Civil Code art. 202). */
export function addMonths(day: Day, months: number): Day {
  const { year, month, day: ofMonth } = civil(dayNumber(day));
  const later = year * 12 + month - 1 + months;
  const laterYear = Math.floor(later / 12);
  const laterMonth = later - laterYear * 12 + 1;
  return format(laterYear, laterMonth, Math.min(ofMonth, monthLength(laterYear, laterMonth)));
}

/** Calendar days from `from` to `to`; negative when `to` lies before `from`. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/**
 * Year, month and day of the month of a day number. Guesses year and month from their lengths, which is at most one
 * off, and corrects the guess.
 */
export function civil(number: number): { year: number; month: number; day: number } {
  let year = 1970 + Math.floor(number / 365.2425);
  if (numberOf(year + 1, 1, 1) <= number) year += 1;
  if (numberOf(year, 1, 1) > number) year -= 1;
  let month = 1 + Math.floor((number - numberOf(year, 1, 1)) / 31);
  if (numberOf(year, month + 1, 1) <= number) month += 1;
  return { year, month, day: number - numberOf(year, month, 1) + 1 };
}

/** A month of 13 is January of the next year. */
function numberOf(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / DAY;
}

function monthLength(year: number, month: number): number {
  return numberOf(year, month + 1, 1) - numberOf(year, month, 1);
}

function format(year: number, month: number, day: number): Day {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
