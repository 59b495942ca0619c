/** A text as it is searched, and for each of its signs the place in the text it comes from. */
export interface Searched {
  readonly text: string;
  readonly from: readonly number[];
}

const WITHOUT_WIDTH = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;

/** Full-width signs made narrow, signs without width left out. */
export const asSearched = (text: string): string => text.normalize('NFKC').replace(WITHOUT_WIDTH, '');

/** The same, sign by sign, so that what is found can be pointed at in the text itself. */
export function searchable(text: string): Searched {
  const from: number[] = [];
  let searched = '';
  let at = 0;
  for (const sign of text) {
    const plain = asSearched(sign);
    searched += plain;
    for (let unit = 0; unit < plain.length; unit++) from.push(at);
    at += sign.length;
  }
  return { text: searched, from };
}

/** What is longer than any address of this world is told apart by its beginning. */
export const keyOf = (text: string): string => [...text].slice(0, 250).join('');
