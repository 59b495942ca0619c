import type { Candidate } from './candidates.service';
import type { NoticeSheet } from './notice-sheet';

export interface ArrangedRow {
  readonly proposalId: number;
  readonly subject: string;
  readonly place: string;
  readonly tag: string;
  readonly isReady: boolean;
}

type Sent = Readonly<Record<string, unknown>>;

export const placeField = (proposalId: number): string => `place-${proposalId}`;
export const tagField = (proposalId: number): string => `tag-${proposalId}`;

/** The items of a notice in their order, then what could be added; or the same as somebody has typed it. */
export function arrangedRows(notice: NoticeSheet, ready: readonly Candidate[], sent?: Sent): ArrangedRow[] {
  const unready = new Set(notice.unready.map(({ place }) => place));
  const present = notice.items.flatMap(({ proposalId, subject, tag }, at) =>
    proposalId
      ? [{ proposalId, subject, tag: tag ?? '', place: String(at + 1), isReady: !unready.has(at + 1) }]
      : [],
  );
  const there = new Set(present.map(({ proposalId }) => proposalId));
  const added = ready
    .filter(({ id }) => !there.has(id))
    .map(({ id, subject }) => ({ proposalId: id, subject, tag: '', place: '', isReady: true }));
  const rows = [...present, ...added];
  if (!sent) return rows;
  return rows.map((row) => ({
    ...row,
    place: typed(sent[placeField(row.proposalId)]),
    tag: typed(sent[tagField(row.proposalId)]),
  }));
}

/** The items as the API takes them. */
export const itemsOf = (rows: readonly ArrangedRow[]) =>
  rows
    .filter(({ place }) => /^\d{1,3}$/.test(place))
    .sort((one, other) => Number(one.place) - Number(other.place))
    .map(({ proposalId, tag }) => ({ proposalId, tag }));

const typed = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');
