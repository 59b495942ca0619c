import { MAKE_UP } from '../../lifecycle/calendar-changes';
import { addDays, isDay } from '../../lifecycle/days';
import { dayFaults, type LineFault, lineFault, type Listed, type Reading } from './listed';

// A property and a component as the library gives them, in the form of RFC 7265.
type Property = [name: string, parameters: object, type: string, ...values: unknown[]];
type Component = [name: string, properties: Property[], components: Component[]];

const LONGEST_NAME = 40;

/** Reads the all-day events of a calendar file: 班 in the summary means worked, 休 or 放假 off. */
export async function readIcs(year: number, content: string): Promise<Reading> {
  const events = await eventsIn(content);
  if (!events) return { listed: [], unread: [], faults: [noCalendar()] };
  const lines = content
    .split('\n')
    .flatMap((text, index) => (/^BEGIN:VEVENT\s*$/i.test(text) ? [index + 1] : []));
  const listed: Listed[] = [];
  const faults: LineFault[] = [];
  const unread: number[] = [];
  events.forEach((event, at) => {
    const read = readEvent(event, lines[at] ?? 1);
    if (Array.isArray(read)) faults.push(...read);
    // Feeds hold several years; a holiday that reaches over the turn of the year is a fault like any other.
    else if (!read.from.startsWith(`${year}-`) && !read.to.startsWith(`${year}-`)) unread.push(read.line);
    else listed.push(read);
  });
  return { listed, faults, unread };
}

/** Undefined when it is no calendar. */
async function eventsIn(content: string): Promise<Component[] | undefined> {
  // Whoever never imports a calendar file need not have loaded the library.
  const { default: ical } = await import('ical.js');
  try {
    const [name, , components] = ical.parse(content) as unknown as Component;
    if (name !== 'vcalendar') return undefined;
    return components.filter(([each]) => each === 'vevent');
  } catch {
    return undefined;
  }
}

function readEvent(event: Component, line: number): Listed | LineFault[] {
  const start = propertyOf(event, 'dtstart');
  const end = propertyOf(event, 'dtend');
  if (propertyOf(event, 'rrule') || propertyOf(event, 'rdate'))
    return [lineFault(line, 'repeats', '重复的日程不能导入，请改为每段假期一条。')];
  if (start?.[2] !== 'date' || (end && end[2] !== 'date') || propertyOf(event, 'duration'))
    return [
      lineFault(line, 'notAllDay', '不是全天日程，请改为全天日程（DTSTART;VALUE=DATE，DTEND 为次日）。'),
    ];
  const from = String(start[3]);
  const after = end ? String(end[3]) : null;
  const wrong = dayFaults(line, after === null ? [from] : [from, after]);
  if (wrong.length > 0) return wrong;
  // The end is the day after the last; some programs write a single day with its end on the same day.
  const to = after === null || after === from || !isDay(addDays(after, -1)) ? from : addDays(after, -1);
  return named(String(propertyOf(event, 'summary')?.[3] ?? ''), { from, to, line });
}

function named(summary: string, days: Pick<Listed, 'from' | 'to' | 'line'>): Listed | LineFault[] {
  // 调休 alone may mean either: a day off for which another is worked, or that other day.
  const said = summary.normalize('NFKC').replaceAll('调休', '');
  if (said.includes('班')) return { ...days, kind: 'worked', name: MAKE_UP };
  const name = said.replace(/[([【]?(休息|休|放假|假期)[)\]】]?/g, '').trim();
  if (name === said.trim())
    return [lineFault(days.line, 'noKind', '看不出是放假还是上班，标题中应含“休”“放假”或者“班”“上班”。')];
  return {
    ...days,
    kind: 'off',
    name: Array.from(name || '放假')
      .slice(0, LONGEST_NAME)
      .join(''),
  };
}

const propertyOf = ([, properties]: Component, name: string): Property | undefined =>
  properties.find(([each]) => each === name);

const noCalendar = (): LineFault =>
  lineFault(1, 'notIcs', '不是可以读取的日历文件（ICS），请重新导出后再粘贴全部内容。');
