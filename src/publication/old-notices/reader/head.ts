import { dayIn, isIssuer, signatureIn } from './days';
import { type Entry, HEAD_FIELDS, type HeadField, notUnderstood, type Placed, placed } from './pieces';

const LONGEST_TITLE = 100;
const SENTENCE = /[。！？：；”]$/;

export const isHeadField = (kind: string): kind is HeadField =>
  (HEAD_FIELDS as readonly string[]).includes(kind);

/** What stands before the first item: title, preface, where to write to, who issued it and when. */
export function placeHead(entries: readonly Entry[]): Placed[] {
  const firstFree = entries.findIndex(({ kind }) => kind === 'free');
  const title = entries.findIndex((entry, at) => isTitle(entry, at === firstFree));
  const signed = entries.findIndex((entry) => isSignature(entry));
  return entries.map((entry, at) => {
    if (at === title) return placed(entry, 'title');
    if (at === signed) return placed(entry, dayIn(entry.value) ? 'datedOn' : 'signature');
    if (signed > 0 && at === signed - 1 && at !== title && dayIn(entries[signed].value) && isName(entry))
      return placed(entry, 'issuer');
    return placeLabelled(entry) ?? placeProse(entry, signed >= 0 && at > signed);
  });
}

/** A line with a label of the head; null when it has none. */
export function placeLabelled(entry: Entry): Placed | null {
  const { kind, value } = entry;
  if (kind === 'free') return null;
  if (!isHeadField(kind)) return notUnderstood(entry, 'noPlace');
  if (value.trim() === '') return notUnderstood(entry, 'unlabelled');
  if (kind === 'datedOn' && !dayIn(value)) return notUnderstood(entry, 'noDay');
  return placed(entry, kind);
}

export const isSignature = ({ kind, value }: Entry): boolean =>
  kind === 'free' && (dayIn(value) !== null || signatureIn(value) !== null);

export const isName = ({ kind, value, heading }: Entry): boolean =>
  kind === 'free' && !heading && isIssuer(value);

function isTitle({ kind, value, heading }: Entry, isFirst: boolean): boolean {
  const text = value.trim();
  if (kind !== 'free' || text === '' || dayIn(text)) return false;
  return text.length <= LONGEST_TITLE && (heading || (isFirst && !SENTENCE.test(text)));
}

/** Behind the signature only whole sentences still are preface; what else stands there may be anything. */
function placeProse(entry: Entry, isBehind: boolean): Placed {
  if (entry.value.trim() === '') return placed(entry, 'sign');
  if (entry.heading) return notUnderstood(entry, 'heading');
  if (isBehind && !SENTENCE.test(entry.value.trim())) return notUnderstood(entry, 'beforeItems');
  return placed(entry, 'preface');
}
