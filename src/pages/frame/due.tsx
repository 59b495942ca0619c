import { type Day, daysBetween } from '../../lifecycle/days';

interface Props {
  readonly dueOn: Day;
  readonly today: Day;
  readonly provisional?: boolean;
}

/** Days before the end of a time from which it is shown in light blue, as the first reminder comes. */
const SOON = 15;

/** How a day stands: in words, and in the colour of its reminders. */
export function Due({ dueOn, today, provisional }: Props) {
  const left = daysBetween(today, dueOn);
  const level = left < 0 ? 'red' : left === 0 ? 'yellow' : left <= SOON ? 'blue' : 'none';
  const words = left < 0 ? `已超期 ${-left} 天` : left === 0 ? '今天到期' : `还有 ${left} 天`;
  return (
    <span class={`due due-${level}`}>
      <time dateTime={dueOn}>{dueOn}</time> {words}
      {provisional && '（暂定）'}
    </span>
  );
}
