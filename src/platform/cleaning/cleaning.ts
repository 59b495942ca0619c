import { isUtf8 } from 'node:buffer';
import type { Cleaned, Rewrite } from './cleaned';
import { cleanDocx } from './docx';
import { Uncleanable } from './uncleanable';
import { cleanXlsx } from './xlsx';

/** Kinds nobody can look into by program: they are published as they are, after a person has looked. */
const CLOSED = ['pdf', 'jpg', 'png'];

/** Makes the copy of a file that readers get. Throws Uncleanable for what cannot be cleaned safely. */
export function cleanedCopy(kind: string, bytes: Buffer, rewrite: Rewrite): Cleaned {
  if (kind === 'docx') return cleanDocx(bytes, rewrite);
  if (kind === 'xlsx') return cleanXlsx(bytes, rewrite);
  if (kind === 'txt') return cleanText(bytes, rewrite);
  if (!CLOSED.includes(kind)) throw new Uncleanable('kind');
  return { content: bytes, text: '', findings: [{ code: 'uninspected', count: 1 }] };
}

function cleanText(bytes: Buffer, rewrite: Rewrite): Cleaned {
  if (!isUtf8(bytes)) throw new Uncleanable('broken');
  const text = rewrite(bytes.toString('utf8')).join('');
  return { content: Buffer.from(text), text, findings: [] };
}
