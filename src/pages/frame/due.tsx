import { type Day, daysBetween } from '../../lifecycle/days';
import { timeOf } from '../../platform/clock/calendar';

interface Props {
  readonly dueOn: Day;
  /** The moment, where hours count. */
  readonly dueAt?: string | null;
  readonly today: Day;
  readonly provisional?: boolean;
  readonly overdue?: boolean;
  /** False for what one may do until then, and need not. */
  readonly debt?: boolean;
}

/** Days before the end of a time from which it is shown in light blue, as the first reminder comes. */
const SOON = 15;

/** How a day stands: in words, and in the colour of its reminders. */
export function Due({ dueOn, dueAt = null, today, provisional, overdue, debt = true }: Props) {
  const left = daysBetween(today, dueOn);
  const [level, words] = standingOf(left, { overdue, debt });
  return (
    <span class={`due due-${level}`}>
      <time dateTime={dueAt ?? dueOn}>
        {dueOn}
        {dueAt && ` ${timeOf(dueAt)} 前`}
      </time>{' '}
      {words}
      {provisional && '（暂定）'}
    </span>
  );
}

function standingOf(left: number, { overdue, debt }: Pick<Props, 'overdue' | 'debt'>) {
  if (left < 0) return debt ? ['red', `已超期 ${-left} 天`] : ['none', '已截止'];
  if (left === 0) return overdue ? ['red', '已超时'] : ['yellow', '今天到期'];
  return [left <= SOON ? 'blue' : 'none', `还有 ${left} 天`];
}
