import type { Arrangement } from '../../lifecycle/calendar-faults';
import { MAKE_UP } from '../../lifecycle/calendar-changes';
import { type Day, dayNumber, daysBetween } from '../../lifecycle/days';
import { dayFaults, dayOfParts, type LineFault, lineFault, type Listed, type Reading } from './listed';

const WEEKDAYS = '一二三四五六日';
const TITLE = /(\d{4})年.*节假日/;
const HOLIDAY = /^(?:[一二三四五六七八九十]+、)?\s*([^:,。\d]{1,20}):(.+)$/;
const DATED = /\d{1,2}月\d{1,2}日/;
// A day or stretch of days, with the weekday in brackets; the verb that says what they are; how many there are.
const TOKENS =
  /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(\([^)]{0,30}\))?(?:(?:至|到|-|~|—|–)(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(\([^)]{0,30}\))?)?|(放假|补休|上班)|共(\d{1,3})天/g;

/** Reads the plain text of the State Council's notice: 一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。… */
export function readNotice(year: number, content: string): Reading {
  const listed: Listed[] = [];
  const faults: LineFault[] = [];
  const unread: number[] = [];
  for (const { line, text } of segmentsOf(content)) {
    const title = TITLE.exec(text);
    const holiday = HOLIDAY.exec(text);
    if (holiday && DATED.test(holiday[2])) {
      const read = new Paragraph(year, line, holiday[1].trim()).read(holiday[2]);
      listed.push(...read.listed);
      faults.push(...read.faults);
    } else if (title && Number(title[1]) !== year) faults.push(otherYear(line, title[1], year));
    else if (DATED.test(text) && /放假|上班|调休/.test(text)) faults.push(unclear(line));
    else unread.push(line);
  }
  return { listed, faults, unread };
}

/** Holidays are numbered; a text copied without its line breaks has several of them in one line. */
function segmentsOf(content: string): { line: number; text: string }[] {
  return content.split('\n').flatMap((line, index) =>
    line
      .normalize('NFKC')
      .split(/(?<=[。;])\s*(?=[一二三四五六七八九十]+、)/)
      .map((text) => ({ line: index + 1, text: text.trim() }))
      .filter(({ text }) => text !== ''),
  );
}

/** One holiday: days are collected until a verb says whether they are off or worked. */
class Paragraph {
  readonly listed: Listed[] = [];
  readonly faults: LineFault[] = [];
  private waiting: { from: Day; to: Day }[] = [];
  private year: number;
  private month = 0;
  private lastOff = 0;

  constructor(
    year: number,
    private readonly line: number,
    private readonly name: string,
  ) {
    this.year = year;
  }

  read(text: string): this {
    for (const token of text.matchAll(TOKENS)) {
      const [, , , , , , , , , verb, count] = token;
      if (verb) this.decide(verb === '上班' ? 'worked' : 'off');
      else if (count) this.compare(Number(count));
      else this.collect(token);
    }
    if (this.waiting.length > 0) this.faults.push(unclear(this.line));
    return this;
  }

  private collect([, year, month, day, weekday, toYear, toMonth, toDay, toWeekday]: RegExpMatchArray): void {
    const from = this.day(year, month, day, weekday);
    this.waiting.push({ from, to: toDay ? this.day(toYear, toMonth, toDay, toWeekday) : from });
  }

  /** Year and month hold until others are named. */
  private day(year: string | undefined, month: string | undefined, day: string, weekday = ''): Day {
    if (year) this.year = Number(year);
    if (month) this.month = Number(month);
    const found = dayOfParts(this.year, this.month, Number(day));
    const wrong = dayFaults(this.line, [found]);
    this.faults.push(...wrong);
    const said = /(?:周|星期)([一二三四五六日天])/.exec(weekday)?.[1].replace('天', '日');
    if (wrong.length > 0 || !said) return found;
    const really = WEEKDAYS[(((dayNumber(found) + 3) % 7) + 7) % 7];
    if (said !== really) this.fault('weekday', `${found} 是星期${really}，不是星期${said}，请核对日期。`);
    return found;
  }

  private decide(kind: Arrangement['kind']): void {
    const name = kind === 'worked' ? MAKE_UP : this.name;
    const real = this.waiting.filter(({ from, to }) => dayFaults(this.line, [from, to]).length === 0);
    this.listed.push(...real.map((days) => ({ ...days, kind, name, line: this.line })));
    if (kind === 'off') this.lastOff = real.reduce((sum, { from, to }) => sum + daysBetween(from, to) + 1, 0);
    this.waiting = [];
  }

  private compare(count: number): void {
    if (count !== this.lastOff)
      this.fault('count', `写明共 ${count} 天，起止日期却是 ${this.lastOff} 天，请核对。`);
  }

  private fault(code: string, text: string): void {
    this.faults.push(lineFault(this.line, code, text));
  }
}

const unclear = (line: number): LineFault =>
  lineFault(
    line,
    'unclear',
    '看不出哪些日子放假或者上班，请写成“元旦：1月1日至3日放假。1月4日上班。”的形式。',
  );

const otherYear = (line: number, found: string, year: number): LineFault =>
  lineFault(line, 'otherYear', `这是 ${found} 年的安排，要载入的却是 ${year} 年，请核对年份。`);
