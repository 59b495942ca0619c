import type Calendar from 'ical.js';

/** A day, or a moment, in a calendar program. */
export interface FeedEvent {
  readonly uid: string;
  readonly on: string;
  readonly at: string | null;
  readonly summary: string;
  readonly description: string | null;
}

// Loaded when somebody reads a feed: few do, and every start would pay for it.
// eslint-disable-next-line @typescript-eslint/no-require-imports
const library = () => require('ical.js') as typeof Calendar;

/** An iCalendar text (RFC 5545); `now` as ISO text says when it was made. */
export function feedOf(events: readonly FeedEvent[], now: string): string {
  const ICAL = library();
  const calendar = new ICAL.Component('vcalendar');
  calendar.addPropertyWithValue('version', '2.0');
  calendar.addPropertyWithValue('prodid', '-//tiban//deadlines//ZH-CN');
  calendar.addPropertyWithValue('x-wr-calname', '提办：我的待办期限');
  calendar.addPropertyWithValue('refresh-interval', ICAL.Duration.fromString('PT1H'));
  const made = momentOf(ICAL, now);
  for (const { uid, on, at, summary, description } of events) {
    const event = new ICAL.Component('vevent');
    event.addPropertyWithValue('uid', uid);
    event.addPropertyWithValue('dtstamp', made);
    event.addPropertyWithValue('dtstart', at ? momentOf(ICAL, at) : ICAL.Time.fromDateString(on));
    event.addPropertyWithValue('summary', summary);
    if (description) event.addPropertyWithValue('description', description);
    // Owing something does not make anybody busy for the whole day.
    event.addPropertyWithValue('transp', 'TRANSPARENT');
    calendar.addSubcomponent(event);
  }
  return `${calendar.toString()}\r\n`;
}

const momentOf = (ICAL: typeof Calendar, iso: string) =>
  ICAL.Time.fromDateTimeString(iso.replace(/\.\d{3}Z$/, 'Z'));
