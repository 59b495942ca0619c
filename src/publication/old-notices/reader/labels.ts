import type { Label } from './pieces';

/** How committees call the fields. */
const WORDS: Record<Label, readonly string[]> = {
  subject: ['案由', '提案案由', '提案名称', '提案题目', '提案标题'],
  tag: ['提案类别', '提案类型', '标注'],
  sponsors: [
    ...['提案领衔者', '提案领衔人', '领衔提案者', '领衔提案人', '领衔委员', '领衔者', '领衔人', '第一提案人'],
    ...['提案提出者', '提案提出人', '提案者', '提案人', '提案单位', '提案委员'],
  ],
  leadUnits: ['主办单位', '主办部门', '承办单位', '承办部门', '办理单位', '牵头办理单位', '牵头单位', '主办'],
  summary: [
    ...['办理落实情况摘要', '办理落实情况', '办理情况摘要', '落实情况摘要', '办理结果摘要', '办理情况'],
    ...['落实情况', '办理摘要', '答复摘要'],
  ],
  contactAddress: ['来信地址', '联系地址', '通讯地址', '通信地址', '地址'],
  contactPhone: ['联系电话', '咨询电话', '监督电话', '电话'],
  issuer: ['发布单位', '公示单位', '发文单位'],
  datedOn: ['发布日期', '发布时间', '公示日期', '落款日期', '日期'],
  noPlace: [
    ...['会办单位', '协办单位', '会办', '协办', '提案编号', '提案号', '案号', '编号', '督办领导', '领办领导'],
    ...['评议结果', '办理结果', '答复类别', '联名提案人', '附议人', '联系人', '邮政编码', '邮编', '传真'],
    ...['电子邮箱', '邮箱'],
  ],
};

/** Our own Markdown marks a correction like this. */
const CORRECTION = '更正(?:[（(][^（）()]{1,20}[）)])?';

// Scans and typists put blanks between the signs of a label.
const spaced = (word: string) => [...word].join('[ \\t\\u3000]{0,3}');
const kinds = new Map(
  Object.entries(WORDS).flatMap(([kind, words]) => words.map((word) => [word, kind as Label])),
);
const longestFirst = [...kinds.keys()].sort((one, other) => other.length - one.length);
const ANY = `(?:${[...longestFirst.map(spaced), CORRECTION].join('|')})`;

const SIGNS = '[\\s*_#>【〔\\[■●◆▲•·—-]*';
const DIGITS = '[\\d０-９一二三四五六七八九十百〇零]{1,4}';
export const NUMBER = `(?:(?:第|提案)?${DIGITS}(?:号|件|项)?[、.．)）:：]|第${DIGITS}(?:号|件|项)|[（(]${DIGITS}[)）]|[①-⑳])`;
const COLON = '[：:﹕︰∶]';

const AT_THE_BEGINNING = new RegExp(
  `^(?<lead>${SIGNS}(?:${NUMBER}${SIGNS})?)(?<word>${ANY})(?<after>[\\s*_】〕\\]]*)(?<colon>${COLON}?)(?<behind>[\\s*_]*)`,
);
const WITHIN = new RegExp(
  `(?<=[\\s；;，,。、])(?<lead>[*_【〔]{0,3})(?<word>${ANY})(?<after>[\\s*_】〕]{0,4})(?<colon>${COLON})(?<behind>[\\s*_]{0,4})`,
  'g',
);

export interface Found {
  readonly kind: Label;
  readonly at: number;
  readonly lead: string;
  readonly label: string;
  readonly end: number;
}

const kindOf = (word: string): Label => kinds.get(word.replace(/[ \t\u3000]/g, '')) ?? 'noPlace';

/** The label a line begins with: before a colon, within marks, or alone on its line. */
export function labelOf(line: string): Found | null {
  const groups = AT_THE_BEGINNING.exec(line)?.groups;
  if (!groups) return null;
  const { lead, word, after, colon, behind } = groups;
  const label = word + after + colon + behind;
  const end = lead.length + label.length;
  const isMarked = /(\*\*|【|〔|\[)\s*$/.test(lead) && /\*\*|[】〕\]]/.test(after);
  if (!colon && !isMarked && line.slice(end).trim() !== '') return null;
  return { kind: kindOf(word), at: 0, lead, label, end };
}

/** Further labels of the same line; those need their colon. */
export function labelsWithin(text: string): Found[] {
  return [...text.matchAll(WITHIN)].map((match) => {
    const { lead, word, after, colon, behind } = match.groups as Record<string, string>;
    const label = word + after + colon + behind;
    return {
      kind: kindOf(word),
      at: match.index,
      lead,
      label,
      end: match.index + lead.length + label.length,
    };
  });
}
