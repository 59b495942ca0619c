import { deedWord } from '../deeds/deed-words';

const DONE = 'done';

/** What the next page says of a deed: its address names the deed, never the words, so nobody can put words there. */
export const doneQuery = (key: string): [string, string] => [DONE, key];

/** The deed an address speaks of; no query of a route ever holds it. */
export const doneIn = (url: string): string | null =>
  new URLSearchParams(url.split('?', 2)[1] ?? '').get(DONE);

export function messageOf({ url }: { readonly url: string }): string | null {
  const key = doneIn(url);
  if (key === null || !/^(POST|PUT|DELETE) [a-z][\w/:-]{0,80}$/.test(key)) return null;
  const word = deedWord({ key, pattern: key.slice(key.indexOf(' ') + 1) });
  return /\p{Script=Han}/u.test(word) ? `已办理：${word}。` : null;
}
