/** The four public fields of an item, and the tag behind its subject. */
export const FIELDS = ['subject', 'tag', 'sponsors', 'leadUnits', 'summary'] as const;
export type Field = (typeof FIELDS)[number];

/** What is said once, of the whole notice. */
export const HEAD_FIELDS = ['contactAddress', 'contactPhone', 'issuer', 'datedOn'] as const;
export type HeadField = (typeof HEAD_FIELDS)[number];

/** A label a line may begin with; `noPlace` are those for which a notice has no field here. */
export type Label = Field | HeadField | 'noPlace';

/** As what a part of the text was understood; a signature is issuer and date in one line. */
export type Understood =
  Field | HeadField | 'title' | 'preface' | 'signature' | 'label' | 'sign' | 'notUnderstood';

/** Why something was not understood. */
export type Why =
  'unlabelled' | 'noPlace' | 'repeated' | 'behindTheTag' | 'noDay' | 'heading' | 'beforeItems';

/** A line, or the part of one that has a label of its own. */
export interface Entry {
  /** As an editor numbers it. */
  readonly line: number;
  readonly kind: Label | 'free';
  /** Signs and numbers in front. */
  readonly lead: string;
  readonly label: string;
  readonly value: string;
  /** Set in Markdown as a heading. */
  readonly heading: boolean;
}

/** An entry that has found its place. */
export interface Placed extends Entry {
  readonly as: Understood;
  readonly item: number | null;
  readonly why?: Why;
}

/** A stretch of the text. All of them together are the text, blanks aside: nothing is ever lost. */
export interface Piece {
  readonly line: number;
  readonly text: string;
  readonly as: Understood;
  readonly item: number | null;
  readonly why?: Why;
}

export const placed = (entry: Entry, as: Understood, item: number | null = null): Placed => ({
  ...entry,
  as,
  item,
});

export const notUnderstood = (entry: Entry, why: Why, item: number | null = null): Placed => ({
  ...entry,
  as: 'notUnderstood',
  item,
  why,
});

export const isField = (kind: Label | Understood | 'free'): kind is Field =>
  (FIELDS as readonly string[]).includes(kind);
