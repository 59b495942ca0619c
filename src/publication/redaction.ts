import type { HitDecision } from '../proposals/entities/publication-hit.entity';
import type { Hit, HitKind, Place } from './personal-data';
import { placesIn } from './personal-data';
import { namePlaces } from './people-names';
import { keyOf, type Searched, searchable } from './searched-text';

/** What has been decided, by the text of the place as it is searched. */
export type Decisions = ReadonlyMap<string, HitDecision>;

const CUT = '';
const TWO_SIGN_SURNAMES = /^(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木)./u;

/** How many digits stay readable in front and at the end. */
const SHOWN: Partial<Record<HitKind, [number, number]>> = {
  mobile: [3, 4],
  identity: [3, 1],
  bankCard: [0, 4],
  landline: [3, 2],
};

/** What stands there instead, sign by sign, as long as what stood there: 138****8000, 王某某. */
export function masked({ kind, text }: Hit): string {
  if (kind === 'name') return text.replace(/\S/gu, (sign, at: number) => (at < surname(text) ? sign : '某'));
  if (kind === 'email')
    return text.replace(/^(.)([^@]*)/, (_, first: string, rest: string) => first + stars(rest));
  if (kind === 'plate') return text.slice(0, 2) + stars(text.slice(2));
  const shown = SHOWN[kind];
  return shown ? maskedDigits(text, shown) : text.replace(/[0-9]/g, '*');
}

const surname = (name: string): number => (TWO_SIGN_SURNAMES.test(name) ? 2 : 1);
const stars = (text: string): string => '*'.repeat(text.length);

function maskedDigits(text: string, [front, end]: [number, number]): string {
  const country = /^\+?86/.exec(text)?.[0].replace('+', '').length ?? 0;
  const total = text.replace(/[^0-9Xx]/g, '').length;
  let seen = 0;
  return text.replace(/[0-9Xx]/g, (digit) => {
    seen += 1;
    return seen <= country + front || seen > total - end ? digit : '*';
  });
}

/** Per unit of the text what stands there instead; as many as the text is long. */
export function redactedUnits(text: string, names: readonly string[], decisions: Decisions): string[] {
  const searched = searchable(text);
  const units = text.split('');
  for (const place of placesOf(searched, names)) {
    const decision = decisions.get(keyOf(place.text));
    if (decision === 'masked' || decision === 'cut') redactPlace(units, searched, place, decision === 'cut');
  }
  return units;
}

const placesOf = ({ text }: Searched, names: readonly string[]): Place[] => [
  ...placesIn(text),
  ...namePlaces(text, names),
];

function redactPlace(units: string[], { from, text }: Searched, place: Place, cut: boolean): void {
  const end = place.at + place.text.length;
  const mask = cut ? null : masked(place);
  // A sign without width inside the place goes, too; what an overlapping place has taken away stays away.
  const first = from[place.at];
  const last = from[end - 1];
  const kept = new Set(from.slice(place.at, end));
  for (let at = first; at <= last; at++) if (cut || (!kept.has(at) && !isLowHalf(units, at))) units[at] = CUT;
  for (let at = place.at; mask !== null && at < end; at++) {
    const sign = mask[at - place.at];
    if (sign !== text[at] && units[from[at]] !== CUT) units[from[at]] = sign;
  }
}

const isLowHalf = (units: string[], at: number): boolean => /^[\udc00-\udfff]$/.test(units[at]);

export const redacted = (text: string, names: readonly string[], decisions: Decisions): string =>
  redactedUnits(text, names, decisions).join('');
