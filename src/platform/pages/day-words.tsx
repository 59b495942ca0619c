import { dayOf, timeOf } from '../clock/calendar';

/** `2026-03-02` as people read it: 2026年3月2日. */
export function dayWords(day: string): string {
  return `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
}

/** A stored moment in the office's zone: 2026年3月2日 09:05. */
export function dayTimeWords(moment: string): string {
  return `${dayWords(dayOf(moment))} ${timeOf(moment)}`;
}

export const Day = ({ day }: { day: string }) => <time dateTime={day}>{dayWords(day)}</time>;
export const Moment = ({ at }: { at: string }) => <time dateTime={at}>{dayTimeWords(at)}</time>;
/** As it stands in tables. */
export const ShortDay = ({ day }: { day: string }) => (
  <time class="nowrap" dateTime={day}>
    {day}
  </time>
);
