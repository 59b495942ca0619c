import { foldedCharacter, type Sort, sortOf } from './characters';

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
    // One sign may stand for several, as ㎡ does for m2.
    for (const part of foldedCharacter(character)) signs.push({ text: part, sort: sortOf(part), from, to });
    from = to;
  }
  return signs;
}
