import { type Day, dayNumber } from '../days';
import type { Length } from '../deadlines';
import type { Why } from '../explanation';
import { HOUR, instantOf, momentAt } from '../moments';

/** How long a clock runs, as people say it. */
export function lengthWords(length: Length): string {
  if ('hours' in length) return `${length.hours} 小时`;
  if ('days' in length) return `${length.days} 日`;
  if ('months' in length) return `${length.months} 个月`;
  if ('workingDays' in length) return `${length.workingDays} 个工作日`;
  return '自定日期';
}

/** Why a day counts or does not. */
export const whyWords: Record<Why, string> = {
  start: '事由发生之日，不计入',
  counted: '计入',
  makeUp: '调休上班，计入',
  weekend: '周末，不计入',
  holiday: '放假，不计入',
  paused: '期间中止，不计入',
  rolled: '最后一日遇休息日，顺延至此',
  given: '确定的截止日期',
};

// Day 0, 1970-01-01, was a Thursday.
const WEEKDAYS = ['四', '五', '六', '日', '一', '二', '三'];

/** The Chinese name of the day of the week. */
export const weekdayOf = (day: Day): string => `周${WEEKDAYS[((dayNumber(day) % 7) + 7) % 7]}`;

/** A moment on the clocks of the office, to the minute. */
export const officeTimeOf = (moment: string): string =>
  momentAt(instantOf(moment) + 8 * HOUR)
    .slice(0, 16)
    .replace('T', ' ');
