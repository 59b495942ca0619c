import { entriesOf, type CompoundEntry } from './compound-file';

const MAIN_STREAMS = {
  doc: ['WordDocument'],
  xls: ['Workbook', 'Book'],
  ppt: ['PowerPoint Document'],
} as const;

// PowerPoint keeps its programs packed inside the one stream; this record says that there are any (MS-PPT 2.4.10).
const PROGRAMS_OF_SLIDES = Buffer.from([0x02, 0x00, 0x00, 0x04, 0x0c, 0x00, 0x00, 0x00]);

export const isCompound = (bytes: Buffer): boolean =>
  bytes.length >= 512 && bytes.toString('hex', 0, 8) === 'd0cf11e0a1b11ae1';

/** Which office file of the old format this is, by its main stream. */
export function kindOfCompound(bytes: Buffer): keyof typeof MAIN_STREAMS | 'macros' | null {
  const entries = readEntries(bytes);
  const kinds = (Object.keys(MAIN_STREAMS) as (keyof typeof MAIN_STREAMS)[]).filter((kind) =>
    entries.some((entry) => entry.top && (MAIN_STREAMS[kind] as readonly string[]).includes(entry.name)),
  );
  if (kinds.length !== 1) return null;
  const hasPrograms =
    entries.some(({ name }) => name === '_VBA_PROJECT') || hasSlidePrograms(bytes, kinds[0]);
  return hasPrograms ? 'macros' : kinds[0];
}

function hasSlidePrograms(bytes: Buffer, kind: string): boolean {
  const at = kind === 'ppt' ? bytes.indexOf(PROGRAMS_OF_SLIDES) : -1;
  return at >= 0 && at + 16 <= bytes.length && bytes.readUInt32LE(at + 12) === 1;
}

function readEntries(bytes: Buffer): CompoundEntry[] {
  try {
    return entriesOf(bytes);
  } catch {
    return [];
  }
}
