import type { EntityManager } from 'typeorm';
import { startOfDay } from '../../platform/clock/calendar';
import type { Database } from '../../platform/database/database';
import { NoticeItemName } from '../../proposals/entities/notice-item-name.entity';
import { NoticeItem } from '../../proposals/entities/notice-item.entity';
import { Notice } from '../../proposals/entities/notice.entity';
import type { Linked } from './linking';
import type { Understanding } from './understanding';

export interface DraftItem {
  readonly subject: string;
  readonly tag: string | null;
  readonly sponsors: readonly Linked[];
  readonly leadUnits: readonly Linked[];
  readonly summary: string;
}

/** What waits to be confirmed, as readers will get it. */
export interface OldNoticeDraft {
  readonly title: string;
  readonly preface: string;
  readonly issuer: string;
  readonly contactAddress: string;
  readonly contactPhone: string;
  readonly datedOn: string;
  readonly items: readonly DraftItem[];
  readonly leftOut: readonly { readonly line: number; readonly text: string }[];
}

/** Of what has no open question any more. */
export function draftOf(understood: Understanding): OldNoticeDraft {
  const { title, preface, issuer, datedOn, contactAddress, contactPhone, items, pieces } = understood;
  const leftOut = pieces.filter(({ as }) => as === 'notUnderstood');
  return {
    ...{
      title: title ?? '',
      preface,
      issuer: issuer ?? '',
      datedOn: datedOn ?? '',
      contactAddress,
      contactPhone,
    },
    items: items.map(({ subject, tag, sponsors, leadUnits, summary }) => ({
      ...{ subject, tag, sponsors, leadUnits, summary },
    })),
    leftOut: leftOut.map(({ line, text }) => ({ line, text })),
  };
}

interface People {
  readonly importedBy: number | null;
  readonly confirmedBy: number | null;
}

/** Puts it among the issued notices, as of the day it bears, and gives its number there. */
export async function publish(
  database: Database,
  em: EntityManager,
  { items, leftOut: _, ...head }: OldNoticeDraft,
  { importedBy, confirmedBy }: People,
): Promise<number> {
  const issued = { issuedBy: confirmedBy, issuedAt: startOfDay(head.datedOn) };
  const row = { ...head, stage: 'issued', version: 1, preparedBy: importedBy, ...issued } as const;
  const [noticeId] = await database.insert(Notice, [row], em);
  for (const [at, item] of items.entries()) await addItem(database, em, noticeId, at + 1, item);
  return noticeId;
}

async function addItem(
  database: Database,
  em: EntityManager,
  noticeId: number,
  place: number,
  { sponsors, leadUnits, ...texts }: DraftItem,
): Promise<void> {
  const printed = {
    sponsors: sponsors.map(({ name }) => name),
    leadUnits: leadUnits.map(({ name }) => name),
  };
  const row = { noticeId, place, proposalId: null, document: 'summary', ...texts, ...printed } as const;
  const [noticeItemId] = await database.insert(NoticeItem, [row], em);
  const names = [
    ...sponsors.map(({ name, id }, at) => ({ ...named('sponsor', at, name), sponsorId: id, unitId: null })),
    ...leadUnits.map(({ name, id }, at) => ({ ...named('unit', at, name), sponsorId: null, unitId: id })),
  ];
  await database.insert(
    NoticeItemName,
    names.map((name) => ({ noticeItemId, ...name })),
    em,
  );
}

const named = (role: 'sponsor' | 'unit', at: number, name: string) => ({ role, place: at + 1, name });
