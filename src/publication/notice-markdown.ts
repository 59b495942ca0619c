import { dayOf } from '../platform/clock/calendar';
import { dayWords, inBookMarks } from './notice-words';
import type { IssuedNotice, PublicItem, Tombstone } from './notice-pages';

/** A notice as Markdown, field by field in the order in which committees publish them. */
export function noticeMarkdown(notice: IssuedNotice): string {
  const head = [`# ${plain(notice.title)}`, ...paragraphs(notice.preface)];
  const contact = [`来信地址：${plain(notice.contactAddress)}`, `联系电话：${plain(notice.contactPhone)}`];
  const signed = `${plain(notice.issuer)}  \n${dayWords(notice.datedOn)}`;
  const items = notice.items.flatMap((item) => itemMarkdown(item, notice));
  return `${[...head, ...contact, signed, ...items].join('\n\n')}\n`;
}

export function tombstoneMarkdown({ title, takenDownAt, reason }: Tombstone): string {
  return `# ${plain(title)}\n\n本公示已于${dayWords(dayOf(takenDownAt))}撤下。\n\n原因：${plain(reason)}\n`;
}

function itemMarkdown(item: PublicItem, notice: IssuedNotice): string[] {
  const corrections = notice.corrections.filter((correction) => correction.itemId === item.id);
  return [
    `**案由：**${plain(inBookMarks(item.subject))}${item.tag ? `（${plain(item.tag)}）` : ''}`,
    `**提案领衔者：**${item.sponsors.map(plain).join('、')}`,
    `**主办单位：**${item.leadUnits.map(plain).join('、')}`,
    '**办理落实情况摘要：**',
    ...paragraphs(item.summary),
    ...corrections.map(({ at, note }) => `**更正（${dayWords(dayOf(at))}）：**${plain(note)}`),
  ];
}

const paragraphs = (text: string): string[] =>
  text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map(plain);

/** Signs that Markdown would take for markup stay what they are. */
function plain(text: string): string {
  return text
    .replace(/[\\`*_{}[\]<>#|]/g, (sign) => `\\${sign}`)
    .replace(/^(\s*)([-+]|\d+\.)(\s)/, '$1\\$2$3');
}
