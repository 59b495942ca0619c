import { dayOf } from '../clock/calendar';

const OFFICE_HOURS_AHEAD = 8;

/** `2026-03-02` as people read it: 2026年3月2日. */
export function dayWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** A stored moment in the office's zone: 2026年3月2日 09:05. */
export function dayTimeWords(moment: string): string {
  const hour = (Number(moment.slice(11, 13)) + OFFICE_HOURS_AHEAD) % 24;
  return `${dayWords(dayOf(moment))} ${String(hour).padStart(2, '0')}:${moment.slice(14, 16)}`;
}

export const Day = ({ day }: { day: string }) => <time dateTime={day}>{dayWords(day)}</time>;
export const Moment = ({ at }: { at: string }) => <time dateTime={at}>{dayTimeWords(at)}</time>;
/** As it stands in tables. */
export const ShortDay = ({ day }: { day: string }) => (
  <time class="nowrap" dateTime={day}>
    {day}
  </time>
);
