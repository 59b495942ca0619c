import { isUtf8 } from 'node:buffer';
import { isCompound, kindOfCompound } from './compound-kind';
import { isZip, kindOfPackage } from './package-kind';

/** The kinds of files that can be told by their content. */
export const KINDS = {
  pdf: { mime: 'application/pdf', extensions: ['pdf'] },
  jpg: { mime: 'image/jpeg', extensions: ['jpg', 'jpeg'] },
  png: { mime: 'image/png', extensions: ['png'] },
  docx: {
    mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    extensions: ['docx'],
  },
  xlsx: {
    mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    extensions: ['xlsx'],
  },
  pptx: {
    mime: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    extensions: ['pptx'],
  },
  doc: { mime: 'application/msword', extensions: ['doc'] },
  xls: { mime: 'application/vnd.ms-excel', extensions: ['xls'] },
  ppt: { mime: 'application/vnd.ms-powerpoint', extensions: ['ppt'] },
  txt: { mime: 'text/plain; charset=utf-8', extensions: ['txt'] },
} as const;

export type FileKind = keyof typeof KINDS;

/** What a file is by its content alone; `macros` for an office file with programs in it, null for anything unknown. */
export function kindOf(bytes: Buffer): FileKind | 'macros' | null {
  if (startsWith(bytes, '%PDF-')) return 'pdf';
  if (startsWith(bytes, '\xff\xd8\xff')) return 'jpg';
  if (startsWith(bytes, '\x89PNG\r\n\x1a\n') && bytes.toString('latin1', 12, 16) === 'IHDR') return 'png';
  if (isZip(bytes)) return kindOfPackage(bytes);
  if (isCompound(bytes)) return kindOfCompound(bytes);
  return isPlainText(bytes) ? 'txt' : null;
}

function startsWith(bytes: Buffer, signature: string): boolean {
  return bytes.toString('latin1', 0, signature.length) === signature;
}

/** UTF-8 with none of the controls that no text has. */
function isPlainText(bytes: Buffer): boolean {
  return isUtf8(bytes) && !CONTROLS.some((control) => bytes.includes(control));
}

// All below the blank but tabulator, ends of lines and of pages.
const CONTROLS = Array.from({ length: 0x20 }, (_, code) => code).filter(
  (code) => ![0x09, 0x0a, 0x0c, 0x0d].includes(code),
);
