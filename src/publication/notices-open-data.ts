import { Injectable } from '@nestjs/common';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Database } from '../platform/database/database';
import { csvOf } from '../platform/spreadsheet/csv';
import { inBookMarks } from '../proposals/book-marks';
import { inBrackets } from './notice-words';

interface ItemRow {
  noticeId: number;
  itemId: number;
  title: string;
  issuer: string;
  datedOn: string;
  issuedAt: string;
  correctedAt: string | null;
  place: number;
  subject: string;
  tag: string | null;
  sponsors: string;
  leadUnits: string;
  summary: string;
}
type NoticeRow = Pick<ItemRow, 'title' | 'issuer' | 'datedOn' | 'issuedAt' | 'correctedAt'> & { id: number };

// A feed is for what is new; whoever wants everything takes the table.
const NEWEST = 50;
/** What may be done with the data, told with every row: rows are passed on without the page they came from. */
const LICENCE = '可自由使用，请注明发布单位';
const HEAD = [
  ...['公示编号', '条目编号', '公示标题', '发布单位', '落款日期', '发布时间', '序号'],
  ...['案由', '标注', '提案领衔者', '主办单位', '办理落实情况摘要', '使用许可'],
];

/** Issued notices for programs: a feed of what is new, and a table of all items. Each is read in one query. */
@Injectable()
export class NoticesOpenData {
  constructor(private readonly database: Database) {}

  /** Atom (RFC 4287); the ids stay the same whatever the server is called. */
  async feed(): Promise<string> {
    const rows = await this.database.rows<NoticeRow>(
      `SELECT "id", "title", "issuer", "datedOn", "issuedAt", "correctedAt" FROM "notice"
        WHERE "stage" = 'issued' ORDER BY "issuedAt" DESC, "id" DESC LIMIT ${NEWEST}`,
    );
    const updated = rows.map(updatedAt).sort().pop() ?? '1970-01-01T00:00:00.000Z';
    const feed = h(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'zh-CN' },
      h('title', null, '提案办理公示'),
      h('id', null, 'urn:tiban:notices'),
      h('updated', null, updated),
      h('link', { rel: 'self', href: '/notices/feed.atom' }),
      h('link', { rel: 'alternate', type: 'text/html', href: '/notices' }),
      rows.map(entryOf),
    );
    return `<?xml version="1.0" encoding="utf-8"?>\n${renderToString(feed)}`;
  }

  /** Every item of every issued notice. */
  async items(): Promise<string> {
    const rows = await this.database.rows<ItemRow>(
      `SELECT n."id" AS "noticeId", i."id" AS "itemId", n."title", n."issuer", n."datedOn", n."issuedAt", i."place",
          i."subject", i."tag", i."sponsors", i."leadUnits", i."summary"
        FROM "notice" n JOIN "noticeItem" i ON i."noticeId" = n."id"
        WHERE n."stage" = 'issued' ORDER BY n."datedOn", n."id", i."place"`,
    );
    return csvOf(HEAD, rows.map(lineOf));
  }
}

const updatedAt = ({ issuedAt, correctedAt }: NoticeRow): string => correctedAt ?? issuedAt;

function entryOf(row: NoticeRow) {
  const { id, title, issuer, issuedAt } = row;
  return h(
    'entry',
    null,
    h('title', null, title),
    h('id', null, `urn:tiban:notice:${id}`),
    h('published', null, issuedAt),
    h('updated', null, updatedAt(row)),
    h('author', null, h('name', null, issuer)),
    h('link', { rel: 'alternate', type: 'text/html', href: `/notices/${id}` }),
  );
}

function lineOf(row: ItemRow): (string | number | null)[] {
  const list = (text: string) => (JSON.parse(text) as string[]).join('、');
  return [
    ...[row.noticeId, row.itemId, row.title, row.issuer, row.datedOn, row.issuedAt, row.place],
    ...[inBookMarks(row.subject), inBrackets(row.tag), list(row.sponsors), list(row.leadUnits)],
    ...[row.summary, LICENCE],
  ];
}
