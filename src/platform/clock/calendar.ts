export const ZONE = 'Asia/Shanghai';

/** What is written after a local time of the zone; without it `2022-03-01T08:00` would mean the zone of the server. */
export const ZONE_OFFSET = '+08:00';

// China has kept UTC+8 without summer time since 1991 and the records begin later, so a fixed offset is exact;
// Intl would cost fifty times as much on every row of a list.
const OFFSET_MS = 8 * 60 * 60 * 1000;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Moments are stored as this text, always 24 characters of UTC, so that they sort and hash alike on every database. */
export function isoOf(moment: Date): string {
  return moment.toISOString();
}

/** The calendar day in the office's zone, `YYYY-MM-DD`. */
export function dayOf(moment: Date | string): string {
  // Stored moments, of which a page has hundreds: before 16:00 UTC the day is the one that is written.
  if (typeof moment === 'string' && moment.length === 24 && moment[23] === 'Z' && moment.slice(11, 13) < '16')
    return moment.slice(0, 10);
  const at = new Date(moment).getTime();
  return new Date(at + OFFSET_MS).toISOString().slice(0, 10);
}

/** The time of the day in the office's zone, `HH:MM`, of a stored moment. */
export function timeOf(moment: string): string {
  const hour = (Number(moment.slice(11, 13)) + OFFSET_MS / 3_600_000) % 24;
  return `${String(hour).padStart(2, '0')}:${moment.slice(14, 16)}`;
}

/** The first moment of a day in the office's zone, as stored text. */
export function startOfDay(day: string): string {
  return new Date(`${day}T00:00:00.000${ZONE_OFFSET}`).toISOString();
}

/** Whether the text is a day that exists: 2023-02-29 does not. */
export function isDay(text: unknown): text is string {
  if (typeof text !== 'string' || !DAY.test(text)) return false;
  const at = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().slice(0, 10) === text;
}

/** Reads a moment that names its zone and gives the stored form, or null when it is none. */
export function momentFrom(text: unknown): string | null {
  if (typeof text !== 'string' || !MOMENT.test(text) || !isDay(text.slice(0, 10))) return null;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** A moment so many milliseconds after another, both as stored text. */
export function momentAfter(moment: string, milliseconds: number): string {
  return new Date(new Date(moment).getTime() + milliseconds).toISOString();
}

/** Milliseconds from one stored moment to another. */
export function millisecondsBetween(from: string, to: string): number {
  return new Date(to).getTime() - new Date(from).getTime();
}
