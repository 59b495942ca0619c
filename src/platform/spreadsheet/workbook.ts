import { openArchive } from './archive';
import { Unreadable } from './unreadable';
import { attribute, ShownText, stepsOf } from './xml';

export interface SheetEntry {
  name: string;
  hidden: boolean;
  path: string;
}

/** What a worksheet's cells refer to: the workbook's strings, which styles mean a date, and from when days count. */
export interface Workbook {
  sheets: SheetEntry[];
  strings: string[];
  dateStyles: boolean[];
  countsFrom1904: boolean;
  read(path: string): string;
}

export interface Limits {
  /** Bytes of the whole file, unpacked. */
  unpacked: number;
  /** Rows that show something. */
  rows: number;
  columns: number;
}

/** @throws Unreadable when the file is too large or holds no workbook. */
export function openWorkbook(bytes: Buffer, limits: Limits): Workbook {
  const archive = openArchive(bytes, limits.unpacked);
  const read = (path: string | undefined) => (path && archive.read(path)?.toString('utf8')) || '';
  const book = read('xl/workbook.xml');
  const relations = relationsOf(read('xl/_rels/workbook.xml.rels'));
  const sheets = sheetsOf(book, relations);
  if (sheets.length === 0) throw new Unreadable('notASpreadsheet');
  const partOf = (type: string) => read(relations.find((relation) => relation.type === type)?.path);
  return {
    sheets,
    strings: stringsOf(partOf('sharedStrings')),
    dateStyles: dateStylesOf(partOf('styles')),
    countsFrom1904: /date1904\s*=\s*["'](1|true)["']/.test(book),
    read,
  };
}

interface Relation {
  id: string;
  type: string;
  path: string;
}

function relationsOf(xml: string): Relation[] {
  const relations: Relation[] = [];
  for (const step of stepsOf(xml)) {
    if (step.kind !== 'open' || step.name !== 'Relationship') continue;
    const target = attribute(step.attributes, 'Target') ?? '';
    relations.push({
      id: attribute(step.attributes, 'Id') ?? '',
      type: attribute(step.attributes, 'Type')?.split('/').pop() ?? '',
      path: target.startsWith('/') ? target.slice(1) : `xl/${target}`,
    });
  }
  return relations;
}

function sheetsOf(xml: string, relations: Relation[]): SheetEntry[] {
  const sheets: SheetEntry[] = [];
  for (const step of stepsOf(xml)) {
    if (step.kind !== 'open' || step.name !== 'sheet') continue;
    const relation = relations.find(({ id }) => id === attribute(step.attributes, 'id'));
    if (relation?.type !== 'worksheet') continue;
    const hidden = (attribute(step.attributes, 'state') ?? 'visible') !== 'visible';
    sheets.push({ name: attribute(step.attributes, 'name') ?? '', hidden, path: relation.path });
  }
  return sheets;
}

function stringsOf(xml: string): string[] {
  const strings: string[] = [];
  const shown = new ShownText();
  for (const step of stepsOf(xml)) {
    shown.take(step);
    if (step.kind === 'close' && step.name === 'si') strings.push(shown.finish());
  }
  return strings;
}

// The built-in formats of ECMA-376 part 1, 18.8.30, that show a day; from 27 on the Chinese ones.
const BUILT_IN_DAYS = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);

function dateStylesOf(xml: string): boolean[] {
  const custom = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCellFormats = false;
  for (const step of stepsOf(xml)) {
    if (step.kind === 'text') continue;
    if (step.name === 'cellXfs') inCellFormats = step.kind === 'open';
    if (step.kind === 'close') continue;
    const id = Number(attribute(step.attributes, 'numFmtId'));
    if (step.name === 'numFmt') custom.set(id, showsDay(attribute(step.attributes, 'formatCode') ?? ''));
    if (step.name === 'xf' && inCellFormats) styles.push(custom.get(id) ?? BUILT_IN_DAYS.has(id));
  }
  return styles;
}

function showsDay(format: string): boolean {
  return /[yd]/i.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''));
}
