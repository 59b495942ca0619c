import type { ExplainedDay } from '../lifecycle/explanation';
import { weekdayOf, whyWords } from '../lifecycle/words/durations';

/** Days of an explanation with their weekday and the reason in words. */
export function daysInWords(days: readonly ExplainedDay[]) {
  return days.map(({ name, ...day }) => ({
    ...day,
    ...(name ? { name } : {}),
    weekday: weekdayOf(day.day),
    words: `${name ?? ''}${whyWords[day.why]}`,
  }));
}
