import type { Placed } from './pieces';

const BOLD = /(?<!\\)\*\*/g;
const ESCAPED = /\\([!-/:-@[-`{-~])/g;

/** What an entry says, without the marks of Markdown and the blanks at its ends. */
export function wordsOf({ value }: Pick<Placed, 'value'>, isMarkdown: boolean): string {
  if (!isMarkdown) return value.trim();
  return value.replace(BOLD, '').replace(ESCAPED, '$1').trim();
}
