import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { arrangementFaults } from '../src/lifecycle/calendar-faults';
import { type Day, isDay } from '../src/lifecycle/days';
import { type Calendar, type CalendarYear, calendarOf } from '../src/lifecycle/working-days';
import { SettingsFaults, readJson, settingsFolder } from './settings-file';
import { type Check, listOf, record, text, wholeNumber } from './shape';

const day: Check<Day> = (value, at, faults) => {
  if (typeof value !== 'string' || !isDay(value)) faults.push(`${at}：应为存在的日期，形如 2026-01-31`);
  return value as Day;
};

const calendarYear: Check<CalendarYear> = record({
  year: wholeNumber(1949, 2199),
  source: text,
  off: listOf(record({ from: day, to: day, name: text }), 1),
  worked: listOf(day),
});

/** Reads calendar/<year>.json below `folder`, or throws `SettingsFaults` naming everything wrong with any of them. */
export function loadCalendarYears(folder = settingsFolder()): CalendarYear[] {
  const faults: string[] = [];
  const years = filesIn(join(folder, 'calendar'), faults).map((file) => {
    const found = readJson(join(folder, 'calendar', file), `calendar/${file}`, faults);
    return found === undefined ? undefined : yearIn(file, found, faults);
  });
  if (faults.length > 0) throw new SettingsFaults(faults);
  return years as CalendarYear[];
}

/** The calendar of the settings alone. */
export const loadCalendar = (folder?: string): Calendar => calendarOf(loadCalendarYears(folder));

function filesIn(folder: string, faults: string[]): string[] {
  try {
    const files = readdirSync(folder).filter((file) => !file.startsWith('.'));
    for (const file of files)
      if (!/^\d{4}\.json$/.test(file)) faults.push(`calendar/${file}：文件名应为 年份.json`);
    if (files.length === 0) faults.push('calendar：没有任何年度的放假安排');
    return files;
  } catch (error) {
    faults.push(`calendar：无法读取（${(error as Error).message}）`);
    return [];
  }
}

function yearIn(file: string, found: unknown, faults: string[]): CalendarYear {
  const own: string[] = [];
  const year = calendarYear(found, `calendar/${file}`, own);
  // Days are compared only once they are days.
  faults.push(...(own.length > 0 ? own : faultsOf(year, file)));
  return year;
}

function faultsOf({ year, off, worked }: CalendarYear, file: string): string[] {
  const arrangements = [
    ...off.map((each) => ({ ...each, kind: 'off' as const })),
    ...worked.map((day) => ({ kind: 'worked' as const, from: day, to: day, name: '' })),
  ];
  return [
    ...(file === `${year}.json` ? [] : [`年份 ${year} 与文件名不符`]),
    ...arrangementFaults(year, arrangements).map(({ text }) => text),
  ].map((fault) => `calendar/${file}：${fault}`);
}
