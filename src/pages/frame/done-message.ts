import { deedWord } from '../deeds/deed-words';

const DONE = 'done';

/** What the next page says of a deed: its address names the deed, never the words, so nobody can put words there. */
export const doneQuery = (key: string): [string, string] => [DONE, key];

export function messageOf(query: unknown): string | null {
  const key = (query as Record<string, unknown> | undefined)?.[DONE];
  if (typeof key !== 'string' || !/^(POST|PUT|DELETE) [a-z][\w/:-]{0,80}$/.test(key)) return null;
  const word = deedWord({ key, pattern: key.slice(key.indexOf(' ') + 1) });
  return /\p{Script=Han}/u.test(word) ? `已办理：${word}。` : null;
}
