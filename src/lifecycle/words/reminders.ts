import type { ClockName } from '../clocks';
import { type Day, daysBetween } from '../days';
import type { Rung } from '../reminders';
import { clockWords } from './terms';

export const levelWords: Record<Rung['level'], string> = {
  blue: '蓝色提醒',
  yellow: '黄色提醒',
  red: '红色提醒',
};

/** A reminder as whoever reads it now needs it: what has been done or put off since is part of it. */
export interface Reminding {
  readonly clock: ClockName;
  /** The day it was due when the reminder was given, and the day it is due now. */
  readonly dueOn: Day;
  readonly nowDueOn: Day;
  readonly settled: boolean;
  readonly paused: boolean;
  /** Whether the reader is the one who owes the step. */
  readonly mine: boolean;
}

/** One sentence or two: what is owed, how the time stands on `today`, what to do. */
export function reminderWords(reminding: Reminding, today: Day): string {
  const { clock, dueOn, nowDueOn, settled, paused, mine } = reminding;
  const what = `「${clockWords[clock]}」`;
  if (settled) return `${what}已了结，无需再办。`;
  if (paused) return `${what}目前暂停计时，恢复后另行提醒。`;
  if (nowDueOn !== dueOn) return `${what}的期限已调整为 ${nowDueOn}，请按新的期限办理。`;
  const left = daysBetween(today, dueOn);
  if (left > 0)
    return `${what}应于 ${dueOn} 前完成，还有 ${left} 天，请${mine ? '按期办理' : '督促按期办理'}。`;
  if (left === 0) return `${what}今天到期，请${mine ? '今天办理' : '督促今天办理'}。`;
  const ask = mine ? '请立即办理，确有困难的请及时说明' : '请督促责任人立即办理';
  return `${what}应于 ${dueOn} 前完成，已超期 ${-left} 天，${ask}。`;
}
