import { dayOf } from '../platform/clock/calendar';
import type { Block } from '../platform/documents/blocks';
import { docxOf } from '../platform/documents/official-document';
import type { IssuedNotice, PublicItem, Tombstone } from './notice-pages';
import { linesOf } from '../platform/documents/blocks';
import { inBookMarks } from '../proposals/book-marks';
import { dayWords } from '../platform/pages/day-words';
import { documentWords, inBrackets } from './notice-words';

const paragraph = (text: string, more: object = {}): Block => ({
  kind: 'paragraph',
  pieces: [{ text }],
  ...more,
});
const labelled = (label: string, text = ''): Block => ({
  kind: 'paragraph',
  pieces: [{ text: `${label}：`, bold: true }, ...(text ? [{ text }] : [])],
  withNext: text === '',
});

/** Old notices of other committees lack one or the other. */
const contact = (label: string, text: string): Block[] => (text ? [paragraph(`${label}：${text}`)] : []);
const names = (label: string, all: readonly string[]): Block[] =>
  all.length > 0 ? [labelled(label, all.join('、'))] : [];

/** A notice as offices send and file it. */
export function noticeDocx(notice: IssuedNotice): Promise<Buffer> {
  const blocks: Block[] = [
    { kind: 'title', text: notice.title },
    ...linesOf(notice.preface).map((line) => paragraph(line)),
    ...contact('来信地址', notice.contactAddress),
    ...contact('联系电话', notice.contactPhone),
    paragraph(notice.issuer, { align: 'right' }),
    paragraph(dayWords(notice.datedOn), { align: 'right' }),
    ...notice.items.flatMap((item) => itemBlocks(item, notice)),
  ];
  return docxOf({ name: notice.title, issuer: notice.issuer, blocks });
}

export function tombstoneDocx({ title, takenDownAt, reason }: Tombstone): Promise<Buffer> {
  const said = `本公示已于${dayWords(dayOf(takenDownAt))}撤下。原因：${linesOf(reason).join('')}`;
  return docxOf({ name: title, issuer: '', blocks: [{ kind: 'title', text: title }, paragraph(said)] });
}

function itemBlocks(item: PublicItem, notice: IssuedNotice): Block[] {
  const corrections = notice.corrections.filter((correction) => correction.itemId === item.id);
  return [
    labelled('案由', inBookMarks(item.subject) + inBrackets(item.tag)),
    ...names('提案领衔者', item.sponsors),
    ...names('主办单位', item.leadUnits),
    ...(item.summary ? [labelled(documentWords[item.document])] : []),
    ...linesOf(item.summary).map((line) => paragraph(line)),
    ...names(
      '附件',
      item.files.map(({ name }) => name),
    ),
    ...corrections.map(({ at, note }) => labelled(`更正（${dayWords(dayOf(at))}）`, linesOf(note).join(''))),
  ];
}
