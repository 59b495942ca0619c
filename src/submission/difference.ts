import type { ProposalText } from '../proposals/entities/proposal-text.entity';

export const PARTS = ['subject', 'situation', 'analysis', 'recommendations'] as const;
export type Part = (typeof PARTS)[number];
export type Parts = Pick<ProposalText, Part>;

export interface Change {
  part: Part;
  before: string;
  after: string;
}

/** What differs between two versions of a text, part by part: the lines from the first to the last that differ. */
export function differenceOf(before: Parts, after: Parts): Change[] {
  return PARTS.flatMap((part) => {
    const [old, now] = [linesOf(before[part]), linesOf(after[part])];
    return old.join('\n') === now.join('\n') ? [] : [{ part, ...withoutCommonEnds(old, now) }];
  });
}

function linesOf(part: string | string[]): string[] {
  return typeof part === 'string' ? part.split('\n') : part;
}

function withoutCommonEnds(old: string[], now: string[]): { before: string; after: string } {
  const shorter = Math.min(old.length, now.length);
  let start = 0;
  while (start < shorter && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < shorter - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const middle = (lines: string[]) => lines.slice(start, lines.length - end).join('\n');
  return { before: middle(old), after: middle(now) };
}
