import { HATS } from '../src/lifecycle/people';
import { canBeReached, RECIPIENT_OFFICES } from '../src/lifecycle/recipients';
import { type Check, type Of, listOf, oneOf, optional, record, wholeNumber } from './shape';

/** Before the due day when negative, after it when positive. */
const distance: Check<{ readonly days: number } | { readonly workingDays: number }> = (value, at, faults) => {
  const unit = Object.hasOwn(Object(value), 'days') ? 'days' : 'workingDays';
  return record({ [unit]: wholeNumber(-366, 366) })(value, at, faults) as { readonly days: number };
};

const spelled = record({ role: oneOf(['owner', ...HATS]), office: oneOf(RECIPIENT_OFFICES) });

const recipient: Check<Of<typeof spelled>> = (value, at, faults) => {
  const before = faults.length;
  const found = spelled(value, at, faults);
  if (faults.length === before && !canBeReached(found))
    faults.push(`${at}：${found.office} 处不会有 ${found.role}，提醒无人可收，请改正`);
  return found;
};

/** The last rung reached is the one that speaks; it repeats every so many days until the clock stops. */
const rung = record({
  level: oneOf(['blue', 'yellow', 'red']),
  when: distance,
  everyDays: optional(wholeNumber(1, 366)),
  recipients: listOf(recipient, 1),
});
export type ReminderRung = Of<typeof rung>;

/** From the earliest rung to the latest, each more urgent than the one before or as urgent. */
export const reminderLadder: Check<readonly ReminderRung[]> = (value, at, faults) => {
  const before = faults.length;
  const rungs = listOf(rung, 1)(value, at, faults);
  if (faults.length > before) return rungs;
  for (let place = 1; place < rungs.length; place += 1) {
    const [earlier, later] = [rungs[place - 1], rungs[place]];
    const named = `${at}[${place - 1}]、${at}[${place}]`;
    if (roughly(earlier) === roughly(later)) faults.push(`${named}：与到期日的距离相同，只能有一级`);
    else if (roughly(earlier) > roughly(later)) faults.push(`${named}：应按时间先后排列`);
    if (LEVELS.indexOf(earlier.level) > LEVELS.indexOf(later.level))
      faults.push(`${named}：后一级不能比前一级缓和`);
  }
  return rungs;
};

const LEVELS = ['blue', 'yellow', 'red'];

/** In days; five working days are a week. */
const roughly = ({ when }: ReminderRung): number => ('days' in when ? when.days : (when.workingDays * 7) / 5);
