import { addDays, type Day, dayNumber, daysBetween } from './days';
import { isWeekend } from './working-days';

/** Days on end of one kind, as a published list names them; `to` is the last of them. */
export interface Arrangement {
  readonly kind: 'off' | 'worked';
  readonly from: Day;
  readonly to: Day;
  readonly name: string;
}

/** What cannot be, and with which of the arrangements. */
export interface CalendarFault {
  /** Position among the arrangements. */
  readonly at: number;
  readonly code: 'reversed' | 'tooLong' | 'outsideYear' | 'twice' | 'noWeekend';
  readonly text: string;
}

/** In days. A longer one is a mistyped year, and must not be written out day by day. */
const LONGEST_HOLIDAY = 31;

/** Everything wrong with the arrangements of a year, whoever wrote them; empty when they can be taken over. */
export function arrangementFaults(year: number, arrangements: readonly Arrangement[]): CalendarFault[] {
  const named = arrangements.map((each, at) => ({ ...each, at }));
  const days = named.flatMap(({ from, to, kind, at }) =>
    daysThrough(from, to).map((day) => ({ day, kind, at })),
  );
  const seen = new Set<Day>();
  const twice = new Map(days.filter(({ day }) => seen.has(day) || !seen.add(day)).map((it) => [it.day, it]));
  const fault = (code: CalendarFault['code'], text: string) => (it: { at: number }) => ({
    at: it.at,
    code,
    text,
  });
  return [
    ...named
      .filter(({ from, to }) => to < from)
      .map((it) => fault('reversed', `${it.from} 至 ${it.to} 首尾颠倒`)(it)),
    ...named
      .filter(({ from, to }) => daysBetween(from, to) >= LONGEST_HOLIDAY)
      .map((it) => fault('tooLong', `${it.from} 至 ${it.to} 长于一个月`)(it)),
    ...days
      .filter(({ day }) => !day.startsWith(`${year}-`))
      .map((it) => fault('outsideYear', `${it.day} 不属于 ${year} 年`)(it)),
    ...[...twice.values()].map((it) => fault('twice', `${it.day} 有两项安排`)(it)),
    ...days
      .filter(({ day, kind }) => kind === 'worked' && !isWeekend(dayNumber(day)))
      .map((it) => fault('noWeekend', `${it.day} 不是周末，不能是调休上班日`)(it)),
  ];
}

function daysThrough(from: Day, to: Day): Day[] {
  const length = Math.min(LONGEST_HOLIDAY, Math.max(0, daysBetween(from, to) + 1));
  return Array.from({ length }, (_, index) => addDays(from, index));
}
