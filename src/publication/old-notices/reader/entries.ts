import { type Found, labelOf, labelsWithin, NUMBER } from './labels';
import type { Entry } from './pieces';
import { endOfMarks } from './subject';

export interface Source {
  readonly entries: readonly Entry[];
  /** Marks and escapes of Markdown are no part of the words. */
  readonly isMarkdown: boolean;
}

const MARKDOWN = /^[ \t]*(?:#{1,6}[ \t]|\*\*)/m;
const HEADING = /^\s*#{1,6}\s+/;
const NUMBERED = new RegExp(`^\\s*(?:${NUMBER}\\s*)?`);
const NUMBER_ALONE = new RegExp(
  `^[\\s*#【\\[]*(?:提案)?${NUMBER}[\\s*】\\]：:]*$|^[\\s*#]*提案[一二三四五六七八九十\\d]{1,4}[\\s*]*$`,
);
const ITS_FIELDS = ['sponsors', 'leadUnits', 'summary', 'tag'];

/** The lines of the text that are not blank, each taken apart at its labels. */
export function entriesOf(text: string): Source {
  const isMarkdown = MARKDOWN.test(text);
  const entries = text
    .split(/[\n\u2028\u2029]/)
    .flatMap((line, at) => (line.trim() === '' ? [] : entriesOfLine(line, at + 1, isMarkdown)));
  return {
    isMarkdown,
    entries: entries.map((entry, at) => seenBetween(entries[at - 1], entry, entries[at + 1])),
  };
}

function entriesOfLine(text: string, line: number, isMarkdown: boolean): Entry[] {
  const first = labelOf(text);
  if (!first) return [freeEntry(text, line, isMarkdown)];
  const rest = text.slice(first.end);
  // A summary is prose: a label in the middle of it is a word.
  const others = first.kind === 'summary' ? [] : labelsWithin(rest).map((found) => shifted(found, first.end));
  const all = [first, ...others];
  return all.map(({ kind, lead, label, end }, at) => {
    const value = text.slice(end, all[at + 1]?.at);
    return { line, kind, lead, label, value, heading: false };
  });
}

const shifted = (found: Found, by: number): Found => ({ ...found, at: found.at + by, end: found.end + by });

function freeEntry(text: string, line: number, isMarkdown: boolean): Entry {
  const lead = (isMarkdown && HEADING.exec(text)?.[0]) || '';
  const free = { kind: 'free', label: '', value: text.slice(lead.length) } as const;
  return { line, lead, ...free, heading: lead !== '' };
}

/** What only its neighbours tell: a subject without its label, a number on a line of its own. */
function seenBetween(before: Entry | undefined, entry: Entry, next: Entry | undefined): Entry {
  if (entry.kind !== 'free' || !next) return entry;
  const opens = next.kind === 'subject' || isBareSubject(next);
  if (NUMBER_ALONE.test(entry.value) && (opens || ITS_FIELDS.includes(next.kind)))
    return { ...entry, lead: entry.lead + entry.value, value: '' };
  const isLabelled = before?.kind === 'subject' && before.value.trim() === '';
  if (isLabelled || !isBareSubject(entry) || !ITS_FIELDS.includes(next.kind)) return entry;
  const number = NUMBERED.exec(entry.value)?.[0] ?? '';
  return {
    ...entry,
    kind: 'subject',
    lead: entry.lead + number,
    value: entry.value.slice(number.length),
    heading: false,
  };
}

/** 《…》（合并） and nothing else, numbered or not. */
function isBareSubject({ kind, value }: Entry): boolean {
  const text = value.replace(NUMBERED, '').replaceAll('**', '').trim();
  const end = kind === 'free' ? endOfMarks(text) : 0;
  return end > 0 && /^(?:\s*[（(][^（）()]{1,20}[）)])*$/.test(text.slice(end));
}
