import { Choice, Day, WholeNumber } from '../platform/web/fields';

export const UNITS = ['workingDays', 'days', 'months'] as const;

export class TimeQuery {
  @Choice('单位', UNITS)
  unit: (typeof UNITS)[number];

  @WholeNumber('数量', { min: 1, max: 1000 })
  amount: number;
}

export class ForwardQuery extends TimeQuery {
  /** The day of the event, which is not counted. */
  @Day('起算日')
  from: string;
}

export class BackwardQuery extends TimeQuery {
  @Day('截止日')
  until: string;
}

export class BetweenQuery {
  @Day('起算日')
  from: string;

  @Day('截止日')
  until: string;
}
