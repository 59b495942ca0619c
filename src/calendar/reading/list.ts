import { arrangementFaults, type CalendarFault } from '../../lifecycle/calendar-faults';
import { type CalendarChange, type CalendarEntry, MAKE_UP } from '../../lifecycle/calendar-changes';
import { addDays } from '../../lifecycle/days';
import { readCsv } from './csv';
import { readIcs } from './ics';
import { type LineFault, lineFault, type Listed, type Reading } from './listed';
import { readNotice } from './notice';

export const FORMATS = ['text', 'csv', 'ics'] as const;
export type Format = (typeof FORMATS)[number];

// More than any year can have; what says more is no list of a year, and must not be compared day by day.
const MOST = 400;

const REMEDIES: Record<CalendarFault['code'], string> = {
  reversed: '请对调或改正起止日期。',
  tooLong: '请核对起止日期和年份。',
  outsideYear: '请从本次导入中去掉，它属于另一年，可在那一年用单日调整设置。',
  twice: '每天只能有一项安排，请删去多余的一项。',
  noWeekend: '请核对日期；工作日本来就要上班，不必列出。',
};

/** Reads a published list of a year; everything wrong with it is named by line, and nothing is taken over then. */
export async function readList(format: Format, year: number, content: string): Promise<Reading> {
  const read = await reading(format, year, content);
  if (read.listed.length > MOST) return { ...read, listed: [], faults: [tooMany(read.listed[MOST].line)] };
  const broken = arrangementFaults(year, read.listed).map(({ at, code, text }) =>
    lineFault(read.listed[at].line, code, `${text}。${REMEDIES[code]}`),
  );
  const faults = [...read.faults, ...broken].sort((a, b) => a.line - b.line);
  const hasHoliday = read.listed.some(({ kind }) => kind === 'off');
  return { ...read, faults: faults.length > 0 || hasHoliday ? faults : [nothing(year)] };
}

function reading(format: Format, year: number, content: string): Reading | Promise<Reading> {
  if (format === 'csv') return readCsv(content);
  return format === 'ics' ? readIcs(year, content) : readNotice(year, content);
}

/** A list without faults as the change that it makes. */
export function changeOf(year: number, listed: readonly Listed[]): CalendarChange {
  const entries = listed.flatMap(({ from, to, kind, name }) => {
    const days: CalendarEntry[] = [];
    for (let day = from; day <= to; day = addDays(day, 1)) days.push({ day, kind, name: name || MAKE_UP });
    return days;
  });
  return { year, entries: entries.sort((a, b) => (a.day < b.day ? -1 : 1)) };
}

const tooMany = (line: number): LineFault =>
  lineFault(line, 'tooMany', `安排多于 ${MOST} 项，不像是一年的放假安排，请核对内容。`);

const nothing = (year: number): LineFault =>
  lineFault(1, 'nothing', `没有读到 ${year} 年的任何放假日期，请核对格式、年份和内容。`);
