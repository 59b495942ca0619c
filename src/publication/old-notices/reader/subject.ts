export interface ReadSubject {
  readonly subject: string;
  readonly tag: string | null;
  /** Behind the tag, where nothing should be. */
  readonly rest: string;
  /** Whether book marks say where the subject ends. */
  readonly isMarked: boolean;
}

const BRACKETS = /^\s*[（(]([^（）()]{1,20})[）)]/u;
const AT_THE_END = /^(.+?)\s*[（(]([^（）()]{1,20})[）)]\s*$/su;

/** 《关于…的建议》（合并）, with or without the marks. */
export function subjectIn(text: string): ReadSubject {
  const whole = text.trim();
  const end = endOfMarks(whole);
  if (end > 0) {
    const { tag, rest } = tagsIn(whole.slice(end));
    // 《甲》和《乙》 is one subject.
    if (!/《/.test(rest)) return { subject: whole.slice(1, end - 1).trim(), tag, rest, isMarked: true };
  }
  const [, subject, tag] = AT_THE_END.exec(whole) ?? [null, whole, null];
  return { subject: subject ?? whole, tag: tag?.trim() ?? null, rest: '', isMarked: false };
}

/** Where the first book marks of the text close; 0 when it does not begin with any or they stay open. */
export function endOfMarks(text: string): number {
  if (!text.startsWith('《')) return 0;
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '《') depth += 1;
    if (text[at] === '》') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return 0;
}

/** True while an opened book mark waits for its end. */
export const isOpen = (text: string): boolean =>
  text.trim().startsWith('《') && endOfMarks(text.trim()) === 0;

function tagsIn(text: string): { tag: string | null; rest: string } {
  const tags: string[] = [];
  let rest = text;
  for (let found = BRACKETS.exec(rest); found; found = BRACKETS.exec(rest)) {
    tags.push(found[1].trim());
    rest = rest.slice(found[0].length);
  }
  return { tag: tags.length > 0 ? tags.join('、') : null, rest: rest.trim() };
}
