import { Injectable } from '@nestjs/common';
import type { PublicationStage } from '../lifecycle/facts';
import { Database } from '../platform/database/database';
import { NotFound } from '../platform/web/errors';
import { CommentPeriod } from './comments/comment-period';
import { type Content, contentSql } from './notice-content';
import type { PublicFileLine } from './notice-files';

export interface PublicItem {
  readonly id: number;
  readonly subject: string;
  readonly tag: string | null;
  readonly sponsors: readonly string[];
  readonly leadUnits: readonly string[];
  /** What the text is: the public summary, or the reply itself. */
  readonly document: 'summary' | 'reply';
  readonly summary: string;
  readonly files: readonly PublicFileLine[];
}

/** That something was corrected, when and why; not what stood there, which may be what had to go. */
export interface PublicCorrection {
  readonly itemId: number;
  readonly at: string;
  readonly note: string;
}

/** What somebody of the public wrote, released by the committee, with its answer. */
export interface PublicComment {
  readonly id: number;
  /** Null: about the notice as a whole. */
  readonly itemId: number | null;
  readonly at: string;
  readonly text: string;
  readonly answer: string | null;
  readonly answeredAt: string | null;
}

/** A notice with what readers outside get to see, and nothing else. */
export interface IssuedNotice {
  readonly id: number;
  readonly title: string;
  readonly preface: string;
  readonly issuer: string;
  readonly contactAddress: string;
  readonly contactPhone: string;
  readonly datedOn: string;
  readonly issuedAt: string | null;
  readonly items: readonly PublicItem[];
  readonly corrections: readonly PublicCorrection[];
  readonly comments: readonly PublicComment[];
  /** The last day on which the public may write; null when that is over, or was never. */
  readonly commentsUntil: string | null;
}

/** What remains of a notice that was taken down. */
export interface Tombstone {
  readonly id: number;
  readonly title: string;
  readonly takenDownAt: string;
  readonly reason: string;
}

/** A line of the list of all notices. */
export interface ListedNotice extends Pick<IssuedNotice, 'id' | 'title' | 'issuer' | 'datedOn'> {
  readonly takenDown: boolean;
}

type Head = Omit<IssuedNotice, 'items' | 'corrections' | 'comments' | 'commentsUntil'>;
type FileRow = PublicFileLine & { itemId: number };
type Row = Head & Content & { stage: PublicationStage; takenDownAt: string; takenDownReason: string };
type ItemRow = Omit<PublicItem, 'sponsors' | 'leadUnits' | 'files'> & { sponsors: string; leadUnits: string };

/** Reads notices for the public; before they are issued they do not exist. */
@Injectable()
export class NoticePages {
  constructor(
    private readonly database: Database,
    private readonly period: CommentPeriod,
  ) {}

  async issued(id: number): Promise<IssuedNotice | Tombstone> {
    const row = await this.row(id);
    if (row.stage === 'takenDown') return tombstoneOf(row);
    if (row.stage !== 'issued') throw new NotFound();
    return this.whole(row);
  }

  async content(id: number): Promise<IssuedNotice> {
    return this.whole(await this.row(id));
  }

  /** Issued notices, newest first, and the tombstones of those taken down. */
  async list(): Promise<ListedNotice[]> {
    const rows = await this.database.rows<Row>(
      `SELECT "id", "title", "issuer", "datedOn", "stage" FROM "notice"
        WHERE "stage" IN ('issued', 'takenDown') ORDER BY "datedOn" DESC, "id" DESC LIMIT 200`,
    );
    return rows.map(({ stage, ...row }) => ({ ...row, takenDown: stage === 'takenDown' }));
  }

  /** What was taken down, the latest first. */
  async takenDown(): Promise<Tombstone[]> {
    const rows = await this.database.rows<Row>(
      `SELECT "id", "title", "takenDownAt", "takenDownReason" FROM "notice"
        WHERE "stage" = 'takenDown' ORDER BY "takenDownAt" DESC, "id" DESC`,
    );
    return rows.map(tombstoneOf);
  }

  private async row(id: number): Promise<Row> {
    const [row] = await this.database.rows<Row>(contentSql(this.database.kind), [id]);
    if (!row) throw new NotFound();
    return row;
  }

  private until({ stage, issuedAt }: Row): string | null {
    const isOpen = stage === 'issued' && issuedAt !== null && this.period.isOpen(issuedAt);
    return isOpen ? this.period.lastDay(issuedAt) : null;
  }

  private whole(row: Row): IssuedNotice {
    const files = partOf<FileRow>(row.files);
    return {
      ...headOf(row),
      items: partOf<ItemRow>(row.items).map((item) => itemOf(item, files)),
      corrections: partOf<PublicCorrection>(row.corrections),
      comments: partOf<PublicComment>(row.comments),
      commentsUntil: this.until(row),
    };
  }
}

const partOf = <T>(json: string): T[] => JSON.parse(json) as T[];

export function isTombstone(notice: IssuedNotice | Tombstone): notice is Tombstone {
  return 'takenDownAt' in notice;
}

/** Column by column: what is added to the table is not public by itself. */
function headOf({ id, title, preface, issuer, contactAddress, contactPhone, datedOn, issuedAt }: Row): Head {
  return { id, title, preface, issuer, contactAddress, contactPhone, datedOn, issuedAt };
}

function tombstoneOf({ id, title, takenDownAt, takenDownReason }: Row): Tombstone {
  return { id, title, takenDownAt, reason: takenDownReason };
}

function itemOf({ sponsors, leadUnits, ...item }: ItemRow, files: readonly FileRow[]): PublicItem {
  return {
    ...item,
    sponsors: JSON.parse(sponsors) as string[],
    leadUnits: JSON.parse(leadUnits) as string[],
    files: files
      .filter(({ itemId }) => itemId === item.id)
      .map(({ id, name, mime, size }) => ({ id, name, mime, size })),
  };
}
