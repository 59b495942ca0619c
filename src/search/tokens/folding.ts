import { foldedParts, type Sort } from './characters';

/** One folded character, with where it stands in the text as written. */
export interface Sign {
  readonly text: string;
  readonly sort: Sort;
  readonly from: number;
  readonly to: number;
}

/** The text character by character as the search reads it. */
export function foldedSigns(text: string): Sign[] {
  const signs: Sign[] = [];
  let from = 0;
  for (const character of text) {
    const to = from + character.length;
    for (const part of foldedParts(character)) signs.push({ text: part.text, sort: part.sort, from, to });
    from = to;
  }
  return signs;
}
