import type { Length } from '../lifecycle/deadlines';
import type { Explanation } from '../lifecycle/explanation';
import { lengthWords, officeTimeOf } from '../lifecycle/words/durations';

interface Begun {
  readonly on: string;
  readonly until: string | null;
  readonly word: string;
}

/** The whole in one sentence, for whoever asks on the telephone. */
export function sentenceOf(
  length: Length,
  start: Begun,
  { due, days, pauses, extensions }: Explanation,
): string {
  const from = `${start.on} ${start.word}`;
  const parts = [start.until ? `${from}，截止日期定为 ${start.until}` : `自 ${from}${counted(length)}`];
  const off = days.filter(({ why }) => why === 'weekend' || why === 'holiday').length;
  const makeUp = days.filter(({ why }) => why === 'makeUp').length;
  const rolled = days.some(({ why }) => why === 'rolled');
  if (!rolled && off > 0) parts.push(`其间 ${off} 天休息日不计入`);
  if (makeUp > 0) parts.push(`${makeUp} 天调休上班计入`);
  if (rolled) parts.push('最后一日遇休息日，顺延至其后第一个工作日');
  parts.push(...pauses.map(({ from: first, to }) => `${first} 至 ${to} 中止，不计入`));
  parts.push(...extensions.filter((each) => each.decides).map(({ to }) => `经批准延期至 ${to}`));
  const note = due.provisional ? '（其后年度放假安排尚未公布，为暂定日期）' : '';
  return `${parts.join('；')}；截止 ${due.dueAt ? officeTimeOf(due.dueAt) : due.dueOn}${note}。`;
}

const counted = (length: Length): string =>
  'hours' in length ? ` 起连续计算 ${lengthWords(length)}` : ` 次日起计算 ${lengthWords(length)}`;
