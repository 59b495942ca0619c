import { Choice, Id } from '../platform/web/fields';
import { FIGURE_NAMES, type FigureName } from './figure';

export class StatisticsQuery {
  /** Without it, the newest that has opened. */
  @Id('会议', { optional: true })
  sessionId?: number | null;

  /** One figure alone. */
  @Choice('统计项目', FIGURE_NAMES, { optional: true })
  figure?: FigureName | null;
}

export class StatisticRowDto {
  key: string;
  /** What lines belong together: a week, a question of the form. */
  group: string | null;
  label: string;
  /** The numerator. */
  count: number;
  /** The denominator. */
  of: number;
  /** How many cases it is about: the same as `count` where cases are counted. */
  cases: number;
  /** The list that shows exactly these cases. */
  href: string | null;
}

export class StatisticDto {
  name: FigureName;
  title: string;
  /** What is counted over what. */
  basis: string;
  unit: string;
  rows: StatisticRowDto[];
}

export class SessionChoiceDto {
  id: number;
  label: string;
}

/** Figures of a session, over the cases that the reader may see. */
export class StatisticsDto {
  sessionId: number | null;
  sessions: SessionChoiceDto[];
  figures: StatisticDto[];
}
