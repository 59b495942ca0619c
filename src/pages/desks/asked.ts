import { isDay } from '../../platform/clock/calendar';
import { LARGEST_ID } from '../../platform/web/checks';

const LARGEST_PAGE = 100_000;

/** Reads a page's query: what makes no sense is as if it were not there. */
export const idIn = (value: unknown): number | undefined =>
  typeof value === 'string' && /^[1-9]\d{0,9}$/.test(value) && Number(value) <= LARGEST_ID
    ? Number(value)
    : undefined;

export const pageIn = (value: unknown): number => Math.min(idIn(value) ?? 1, LARGEST_PAGE);

export const textIn = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim().slice(0, 200) : null;

/** Ids with commas between them, or one for each time the name was sent; each once. */
export function idsIn(value: unknown, most = 200): number[] {
  const texts = (Array.isArray(value) ? value : [value]).flatMap((each) =>
    typeof each === 'string' ? each.split(',') : [],
  );
  return [...new Set(texts.flatMap((each) => idIn(each.trim()) ?? []))].slice(0, most);
}

export const dayIn = (value: unknown): string | null => (isDay(value) ? value : null);
