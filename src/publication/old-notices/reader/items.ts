import { namesIn } from './names';
import { type Field, isField, type Placed } from './pieces';
import { type ReadSubject, subjectIn } from './subject';
import { wordsOf } from './words';

export interface Paragraph {
  readonly line: number;
  readonly text: string;
}

export interface ReadItem {
  readonly place: number;
  readonly line: number;
  readonly subject: string;
  readonly tag: string | null;
  readonly isMarked: boolean;
  readonly sponsors: readonly string[];
  readonly leadUnits: readonly string[];
  readonly paragraphs: readonly Paragraph[];
}

/** The fields of each item, put together from their lines. */
export function itemsIn(all: readonly Placed[], isMarkdown: boolean): ReadItem[] {
  const items = new Map<number, Placed[]>();
  for (const each of all) {
    if (!each.item || !isField(each.as)) continue;
    const lines = items.get(each.item);
    if (lines) lines.push(each);
    else items.set(each.item, [each]);
  }
  return [...items].map(([place, lines]) => itemOf(place, lines, isMarkdown));
}

function itemOf(place: number, lines: readonly Placed[], isMarkdown: boolean): ReadItem {
  const of = (field: Field) =>
    lines
      .filter(({ as }) => as === field)
      .map((each) => ({ line: each.line, text: wordsOf(each, isMarkdown) }))
      .filter(({ text }) => text !== '');
  const written = (field: Field) => of(field).map(({ text }) => text);
  const { subject, tag, isMarked } = readSubject(written('subject'));
  const tags = [
    ...(tag ? [tag] : []),
    ...written('tag').map((each) => each.replace(/^[（(](.*)[）)]$/u, '$1')),
  ];
  return {
    ...{ place, line: lines[0].line, subject, isMarked },
    tag: tags.length > 0 ? [...new Set(tags)].join('、') : null,
    sponsors: written('sponsors').flatMap(namesIn),
    leadUnits: written('leadUnits').flatMap(namesIn),
    paragraphs: of('summary'),
  };
}

/** Lines of one subject are parts of one sentence; only of a single line it is told what stands behind the tag. */
function readSubject(lines: readonly string[]): ReadSubject {
  const whole = lines.join('');
  const read = subjectIn(whole);
  return lines.length > 1 && read.rest ? { subject: whole, tag: null, rest: '', isMarked: false } : read;
}
