import { dayOf } from '../platform/clock/calendar';
import type { IssuedNotice, PublicItem, Tombstone } from './notice-pages';
import { linesOf } from '../platform/documents/blocks';
import { inBookMarks } from '../proposals/book-marks';
import { dayWords } from '../platform/pages/day-words';
import { documentWords, inBrackets } from './notice-words';

/** A notice as Markdown, field by field in the order in which committees publish them. */
export function noticeMarkdown(notice: IssuedNotice): string {
  const head = [`# ${plain(notice.title)}`, ...linesOf(notice.preface).map(plain)];
  const contact = [...said('来信地址：', notice.contactAddress), ...said('联系电话：', notice.contactPhone)];
  const signed = `${plain(notice.issuer)}  \n${dayWords(notice.datedOn)}`;
  const items = notice.items.flatMap((item) => itemMarkdown(item, notice));
  return `${[...head, ...contact, signed, ...items].join('\n\n')}\n`;
}

export function tombstoneMarkdown({ title, takenDownAt, reason }: Tombstone): string {
  const said = [`# ${plain(title)}`, `本公示已于${dayWords(dayOf(takenDownAt))}撤下。`];
  const [first, ...more] = linesOf(reason).map(plain);
  return `${[...said, `原因：${first}`, ...more].join('\n\n')}\n`;
}

function itemMarkdown(item: PublicItem, notice: IssuedNotice): string[] {
  const corrections = notice.corrections.filter((correction) => correction.itemId === item.id);
  return [
    `**案由：**${plain(inBookMarks(item.subject) + inBrackets(item.tag))}`,
    ...said('**提案领衔者：**', item.sponsors.join('、')),
    ...said('**主办单位：**', item.leadUnits.join('、')),
    ...(item.summary ? [`**${documentWords[item.document]}：**`] : []),
    ...linesOf(item.summary).map(plain),
    ...said('**附件：**', item.files.map(({ name }) => name).join('、')),
    ...corrections.flatMap(({ at, note }) => {
      const [first, ...more] = linesOf(note).map(plain);
      return [`**更正（${dayWords(dayOf(at))}）：**${first}`, ...more];
    }),
  ];
}

/** Nothing where an old notice of another committee says nothing. */
const said = (label: string, text: string): string[] => (text === '' ? [] : [label + plain(text)]);

/** One line in which every sign that Markdown would take for markup stays what it is. */
function plain(line: string): string {
  return line
    .trim()
    .replace(/[\\`*_{}[\]<>#|&~!]/g, '\\$&')
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');
}
