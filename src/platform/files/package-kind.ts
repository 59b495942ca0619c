import { openArchive } from '../spreadsheet/archive';

const MEGABYTE = 1024 * 1024;
// Of everything inside, so that nothing with a bomb in it is handed on to whoever opens it.
const MOST_UNPACKED = 500 * MEGABYTE;
const LONGEST_LIST = MEGABYTE;

const MAIN_PARTS = {
  docx: 'wordprocessingml.document.main+xml',
  xlsx: 'spreadsheetml.sheet.main+xml',
  pptx: 'presentationml.presentation.main+xml',
} as const;

export const isZip = (bytes: Buffer): boolean => bytes.length > 22 && bytes.readUInt32BE(0) === 0x504b0304;

/** Which office file a zip archive is, by the list of contents that each has to have. */
export function kindOfPackage(bytes: Buffer): keyof typeof MAIN_PARTS | 'macros' | null {
  const list = listOfContents(bytes);
  // Spelt in another way, the list would name things that a search cannot find.
  if (list === undefined || /&#|<!/.test(list)) return null;
  if (/macro|vba/i.test(list)) return 'macros';
  const kinds = (Object.keys(MAIN_PARTS) as (keyof typeof MAIN_PARTS)[]).filter((kind) =>
    list.includes(MAIN_PARTS[kind]),
  );
  return kinds.length === 1 ? kinds[0] : null;
}

function listOfContents(bytes: Buffer): string | undefined {
  try {
    return openArchive(bytes, MOST_UNPACKED).read('[Content_Types].xml', LONGEST_LIST)?.toString('utf8');
  } catch {
    return undefined;
  }
}
