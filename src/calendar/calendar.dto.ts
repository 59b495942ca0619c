import { Choice, Day, Flag, Text, WholeNumber } from '../platform/web/fields';
import { dayKinds, listFormats } from '../lifecycle/words/settings';
import { FORMATS, type Format } from './reading/list';

const FIRST_YEAR = 1949;
const LAST_YEAR = 2199;

/** A holiday that comes or falls away, or a make-up day, within a year that is loaded. */
export class DaySettingDto {
  @Day('日期')
  day: string;

  /** `off`: nobody works; `worked`: a make-up day, or a holiday called off. */
  @Choice('安排', ['off', 'worked'], { words: dayKinds })
  kind: 'off' | 'worked';

  @Text('名称', { max: 40 })
  name: string;

  @Text('理由', { max: 500, lines: true })
  reason: string;
}

export class DayChangeDto extends DaySettingDto {
  /** Needed for a day that is today or over: what is concluded stays as it is. */
  @Flag('确认修改今天或已过去的日期', { optional: true })
  confirmPast?: boolean | null;

  /** Of the preview; when the calendar has changed since, nothing happens. */
  @WholeNumber('放假安排版次', { optional: true })
  revision?: number | null;
}

/** A published list of one year, which replaces what was known of that year. */
export class YearListDto {
  @WholeNumber('年份', { min: FIRST_YEAR, max: LAST_YEAR })
  year: number;

  /** The plain text of the notice; a table with the columns day, kind, name; or a calendar file. */
  @Choice('格式', FORMATS, { words: listFormats })
  format: Format;

  @Text('内容', { max: 200_000, lines: true })
  content: string;

  @Text('依据', { max: 300 })
  source: string;
}

export class YearImportDto extends YearListDto {
  /** Needed when days change that are today or over. */
  @Text('理由', { max: 500, lines: true, optional: true })
  reason?: string | null;

  @Flag('确认修改今天或已过去的日期', { optional: true })
  confirmPast?: boolean | null;

  @WholeNumber('放假安排版次', { optional: true })
  revision?: number | null;
}

export class LoadedYear {
  year: number;
  source: string;
  /** `file` came with the settings, `list` was imported. */
  origin: string;
  at: string;
  by: string;
  /** Single days changed since. */
  changedDays: number;
}

export class LoadedYears {
  revision: number;
  items: LoadedYear[];
  /** From 1 November on while the next year is not loaded. */
  warning: string | null;
}

export class ArrangedDay {
  day: string;
  kind: string;
  name: string;
}

export class ArrangedYear extends LoadedYear {
  revision: number;
  days: ArrangedDay[];
}

/** A list to be looked through, and then imported as it is or corrected. */
export class SeedYear {
  year: number;
  source: string;
  format: string;
  content: string;
  days: ArrangedDay[];
}

export class MovedDeadline {
  deadlineId: number;
  proposalId: number | null;
  /** Of the case or notice. */
  subject: string | null;
  clock: string;
  clockWord: string;
  from: string;
  to: string;
  wasProvisional: boolean;
  provisional: boolean;
}

export class ListFault {
  line: number;
  code: string;
  /** What is wrong and what to do. */
  message: string;
}

export class CalendarPreview {
  /** To be sent along when it is applied. */
  revision: number;
  /** Nothing can be applied while there are any. */
  faults: ListFault[];
  /** Lines that were passed over. */
  unread: number[];
  /** Days that become working days or cease to be. */
  days: string[];
  /** Those of them that are today or over: they need a reason and a confirmation. */
  pastDays: string[];
  /** Single days set by hand that the list replaces. */
  replacedDays: string[];
  /** How many deadlines become due on another day. */
  moved: number;
  /** Those of them that the reader may know of, at most 500. */
  deadlines: MovedDeadline[];
  /** How many are due on the same day, which is no longer provisional. */
  definite: number;
  /** How many are over and were counted by these days: they stay as they are. */
  closed: number;
}

export class CalendarApplied {
  revision: number;
  moved: number;
  definite: number;
  closed: number;
}
