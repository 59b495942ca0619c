import type { NameBook } from '../../people/name-book';
import { type Linked, type Linking, linkNames } from './linking';
import type { OldNoticeDto } from './old-notices.dto';
import { type Doubt, doubtsIn, joined } from './reader/doubts';
import type { ReadItem } from './reader/items';
import type { NoticeReading } from './reader/notice-reader';
import type { Field, Piece } from './reader/pieces';

export interface Books {
  readonly sponsors: NameBook;
  readonly units: NameBook;
}

export interface UnderstoodItem {
  readonly place: number;
  readonly line: number;
  readonly subject: string;
  readonly tag: string | null;
  readonly sponsors: readonly Linked[];
  readonly leadUnits: readonly Linked[];
  readonly summary: string;
  readonly lacks: readonly Field[];
}

/** A notice as it would be taken in. */
export interface Understanding {
  readonly title: string | null;
  readonly preface: string;
  readonly issuer: string | null;
  readonly datedOn: string | null;
  readonly contactAddress: string;
  readonly contactPhone: string;
  readonly items: readonly UnderstoodItem[];
  readonly pieces: readonly Piece[];
  readonly doubts: readonly Doubt[];
  /** First lines of paragraphs: what may be joined to the one before. */
  readonly joinable: ReadonlySet<number>;
  readonly sponsors: Linking;
  readonly units: Linking;
}

/** Puts to what was read what a person said; the text itself goes first. */
export function understand(whole: NoticeReading, dto: OldNoticeDto, books: Books): Understanding {
  const { items, ...reading } = whole;
  const datedOn = reading.datedOn ?? dto.datedOn ?? null;
  const printed = (field: 'sponsors' | 'leadUnits') =>
    items.flatMap((item) => item[field].map((name) => ({ name, item: item.place })));
  const meant = (dto.sponsors ?? []).map(({ name, sponsorId }) => [name, sponsorId ?? null] as const);
  const units = (dto.units ?? []).map(({ name, unitId }) => [name, unitId ?? null] as const);
  const sponsors = linkNames(printed('sponsors'), books.sponsors, datedOn, new Map(meant));
  const leads = linkNames(printed('leadUnits'), books.units, datedOn, new Map(units));
  const lines = new Set(dto.join);
  return {
    title: reading.title ?? dto.title ?? null,
    preface: reading.preface,
    issuer: reading.issuer ?? dto.issuer ?? null,
    ...{ datedOn, pieces: reading.pieces, sponsors, units: leads },
    contactAddress: reading.contactAddress ?? '',
    contactPhone: reading.contactPhone ?? '',
    items: items.map((item) => understoodItem(item, lines, sponsors, leads)),
    doubts: doubtsIn(whole),
    joinable: new Set(items.flatMap(({ paragraphs }) => paragraphs.slice(1).map(({ line }) => line))),
  };
}

function understoodItem(
  item: ReadItem,
  lines: Set<number>,
  sponsors: Linking,
  units: Linking,
): UnderstoodItem {
  const { place, line, subject, tag } = item;
  const linked = (names: readonly string[], { links }: Linking) =>
    names.map((name) => links.get(name) ?? { name, id: null });
  const summary = joined(item.paragraphs, lines).join('\n');
  const lacks: [Field, boolean][] = [
    ['subject', subject === ''],
    ['sponsors', item.sponsors.length === 0],
    ['leadUnits', item.leadUnits.length === 0],
    ['summary', summary === ''],
  ];
  return {
    ...{ place, line, subject, tag, summary },
    sponsors: linked(item.sponsors, sponsors),
    leadUnits: linked(item.leadUnits, units),
    lacks: lacks.filter(([, holds]) => holds).map(([field]) => field),
  };
}
