import type { Piece, Placed, Understood } from './pieces';
import { subjectIn } from './subject';
import { wordsOf } from './words';

const BOLD = /((?<!\\)\*\*)/;

/** The text of an entry, stretch by stretch, with what each was taken for; blanks at the ends aside. */
export function piecesOf(entry: Placed, isMarkdown: boolean): Piece[] {
  const { lead, label, value, as } = entry;
  if (as === 'notUnderstood') return stretches(entry, [[lead + label + value, as]]);
  const signs: [string, Understood][] = [
    [lead, 'sign'],
    [label, 'label'],
  ];
  const from = as === 'subject' ? behindTheTag(entry, isMarkdown) : value.length;
  const said = value.slice(0, from);
  const words = (isMarkdown ? said.split(BOLD) : [said]).map((part): [string, Understood] => [
    part,
    isMarkdown && part === '**' ? 'sign' : as,
  ]);
  const left = { ...entry, why: 'behindTheTag' } as const;
  return [
    ...stretches(entry, [...signs, ...words]),
    ...stretches(left, [[value.slice(from), 'notUnderstood']]),
  ];
}

/** Where in the value begins what follows subject and tag. */
function behindTheTag(entry: Placed, isMarkdown: boolean): number {
  const { rest } = subjectIn(wordsOf(entry, isMarkdown));
  return rest ? Math.max(0, entry.value.lastIndexOf(rest)) : entry.value.length;
}

function stretches({ line, item, why }: Placed, parts: [string, Understood][]): Piece[] {
  return parts
    .filter(([text]) => text.trim() !== '')
    .map(([text, as]) => ({ line, text: text.trim(), as, item, ...(why ? { why } : {}) }));
}
