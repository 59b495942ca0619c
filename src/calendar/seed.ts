import { type CalendarEntry, MAKE_UP } from '../lifecycle/calendar-changes';
import { addDays } from '../lifecycle/days';
import { NotFound } from '../platform/web/errors';
import type { SeedYear } from './calendar.dto';

/** Days that are off in every year; a year in which the library does not know them is one it has not got. */
const ALWAYS_OFF = ['01-01', '05-01', '10-01'];

/**
 * The days of a year as the library chinese-days has them, to be looked through and imported. For years it has no data
 * for the library answers as if Monday to Friday were worked: such a year is NotFound.
 */
export async function seedOf(year: number): Promise<SeedYear> {
  // Whoever never asks for it need not have loaded the library. Node sees the names of this one in its default only.
  const { getDayDetail } = (await import('chinese-days')).default;
  const days: CalendarEntry[] = [];
  for (
    let day = `${year}-01-01`;
    /^\d{4}-/.test(day) && Number(day.slice(0, 4)) === year;
    day = addDays(day, 1)
  ) {
    const { name, work } = getDayDetail(day);
    // What it has data for goes by names in two languages, any other day by that of its weekday.
    const [, festival] = name.split(',');
    if (festival) days.push({ day, kind: work ? 'worked' : 'off', name: work ? MAKE_UP : festival });
  }
  const has = (day: string) => days.some((each) => each.day === `${year}-${day}` && each.kind === 'off');
  if (!ALWAYS_OFF.every(has))
    throw new NotFound(
      `内置数据没有 ${year} 年的放假安排。请在国务院办公厅的通知公布后，按其全文、CSV 或 ICS 导入。`,
    );
  return { year, source: `chinese-days 内置数据（${year} 年）`, format: 'csv', content: csvOf(days), days };
}

const csvOf = (days: readonly CalendarEntry[]): string =>
  [
    '日期,类型,名称',
    ...days.map(({ day, kind, name }) => `${day},${kind === 'off' ? '休' : '班'},${name}`),
  ].join('\n');
