import { createHash } from 'node:crypto';

// Marks that turn the direction of what stands beside them, and signs nobody sees. The joiner stays: emoji need it.
const UNSEEN =
  /[\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu;
const REST = '[^\\s\\p{Script=Han}\u3000-\u303f\uff00-\uffef]*';
const ENDINGS = 'com|cn|net|org|top|xyz|vip|cc|info|site|shop|club|io|me|tv|biz';
const LINK = new RegExp(
  `https?://${REST}|(?<![a-z0-9.-])(?:www\\.|[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.(?:${ENDINGS})(?![a-z0-9-]))${REST}`,
  'giu',
);

/** What somebody typed, as it is kept: without what could not be seen, and without stacks of empty lines. */
export const tidied = (typed: string): string =>
  typed
    .replace(/\r\n?/g, '\n')
    .replace(UNSEEN, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim();

/** The same for texts that differ in blanks, signs, width and case only. A text of signs alone is its own. */
export function keyOf(text: string): string {
  const folded = text.normalize('NFKC').toLowerCase();
  const words = folded.replace(/[^\p{L}\p{N}]/gu, '');
  return createHash('sha256')
    .update(words || folded)
    .digest('hex');
}

/** How many links a text has, also those without https. */
export const linksIn = (text: string): number => [...text.normalize('NFKC').matchAll(LINK)].length;
