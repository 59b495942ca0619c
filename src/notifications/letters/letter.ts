/** What leaves the house, before it takes the form of a channel: short, and nothing about third persons. */
export interface Letter {
  readonly subject: string;
  readonly parts: readonly Part[];
  readonly caseNo: number | null;
  readonly dueOn: string | null;
  readonly link: string;
  readonly linkWord: string;
}

/** A paragraph, or a list below its heading. */
export type Part = string | { readonly heading: string; readonly lines: readonly string[] };

/** Why there are such messages, and how they end. */
export const FOOT = '本消息由提案办理系统自动发出，请勿回复；如需调整接收方式，请登录后修改通知设置。';

// What users wrote may have line breaks; in a mail they could pass for lines of ours.
const inOneLine = (text: string) => text.replace(/\s+/g, ' ').trim();

/** As plain text. */
export function textOf({ parts, link, linkWord }: Letter): string {
  const lines = parts.map((part) =>
    typeof part === 'string'
      ? inOneLine(part)
      : [part.heading, ...part.lines.map((line) => `- ${inOneLine(line)}`)].join('\n'),
  );
  return [...lines, `${linkWord}：${link}`, FOOT].join('\n\n') + '\n';
}

const LONGEST_SUBJECT = 80;

/** A head line of at most 80 characters, without what could begin another line. */
export function subjectLine(...parts: (string | null)[]): string {
  const line = Array.from(inOneLine(parts.filter((part) => part !== null).join(' ')));
  return line.length <= LONGEST_SUBJECT ? line.join('') : `${line.slice(0, LONGEST_SUBJECT - 1).join('')}…`;
}
