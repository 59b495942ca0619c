import type { SheetRow } from '../platform/documents/blocks';

type Part = readonly [label: string, text: string];

/** One label with its text over the whole width. */
export const one = ([label, text]: Part, room?: SheetRow['room']): SheetRow => ({
  pairs: [{ label, text }],
  room,
});

/** Two beside each other. */
export const two = (left: Part, right: Part, room?: SheetRow['room']): SheetRow => ({
  pairs: [
    { label: left[0], text: left[1] },
    { label: right[0], text: right[1] },
  ],
  room,
});

/** Blank as wide as so many characters: what is written by hand needs its room. */
export const gap = (characters: number): string => '\u3000'.repeat(characters);
