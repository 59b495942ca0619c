import { daysBetween } from '../../lifecycle/days';
import { clockWords } from '../../lifecycle/words/terms';
import type { ClockName } from '../../lifecycle/clocks';

/** A case, or the meeting or notice it stands for. */
export interface Named {
  readonly proposalId: number | null;
  readonly subject: string | null;
  readonly caseNo: number | null;
}

/** How a case is called in a mail: 第12号《关于…的建议》. */
export function caseWords({ subject, caseNo }: Named): string {
  const title = subject === null ? '' : `《${subject}》`;
  return caseNo === null ? title : `第${caseNo}号${title}`;
}

/** Something owed. */
export interface Owed {
  readonly clock: ClockName;
  readonly dueOn: string;
  readonly provisional: unknown;
}

/** What is owed and by when, in words. */
export function owedWords({ clock, dueOn, provisional }: Owed, today: string): string {
  const note = provisional ? '，暂定' : '';
  return `${clockWords[clock]}，期限 ${dueOn}（${dueWords(dueOn, today)}${note}）`;
}

export function dueWords(dueOn: string, today: string): string {
  const left = daysBetween(today, dueOn);
  if (left < 0) return `已逾期 ${-left} 天`;
  return left === 0 ? '今天到期' : `还有 ${left} 天`;
}
