/** A stretch of text within a paragraph. */
export interface Piece {
  readonly text: string;
  readonly bold?: boolean;
}

/** A label with what belongs to it, in a sheet of lines and boxes. */
export interface Pair {
  readonly label: string;
  readonly text: string;
}

export interface SheetRow {
  /** One over the whole width, or two beside each other. */
  readonly pairs: readonly [Pair] | readonly [Pair, Pair];
  /** Kept free for writing by hand: a few lines, or many. */
  readonly room?: 'little' | 'some' | 'much';
}

/** What only letters of an office have. */
export type LetterBlock =
  /** Alone at the top right: a class, the number of a sheet. */
  | { readonly kind: 'mark'; readonly text: string }
  /** In a frame above everything: that this is a draft. */
  | { readonly kind: 'stamp'; readonly text: string }
  /** Whose letter it is, in red over a red line. */
  | { readonly kind: 'head'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string; readonly signer?: string }
  /** Place for the seal, over whoever signs and the day. */
  | { readonly kind: 'signature'; readonly names: readonly string[]; readonly day: string }
  /** 版记: who gets copies, who has issued it and when. */
  | {
      readonly kind: 'imprint';
      readonly copies: readonly string[];
      readonly issuer: string;
      readonly day: string;
    }
  | { readonly kind: 'sheet'; readonly rows: readonly SheetRow[] };

export type Block =
  /** Where a line ends in it, the title goes on below. */
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | {
      readonly kind: 'paragraph';
      readonly pieces: readonly Piece[];
      /** Without the usual two characters: salutations, labels. */
      readonly flush?: boolean;
      readonly align?: 'left' | 'center' | 'right';
      /** Never the last line of a page: a label whose text comes next. */
      readonly withNext?: boolean;
    }
  | {
      readonly kind: 'table';
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** How wide each column is in proportion to the others; absent: all alike. */
      readonly widths?: readonly number[];
    }
  | { readonly kind: 'pageBreak' }
  | LetterBlock;

export type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>;

/** A document of an office: what it is called in the file's properties, who issues it, and what it says. */
export interface OfficialDocument {
  readonly name: string;
  readonly issuer: string;
  readonly blocks: readonly Block[];
  /** With the number of each page at its foot. */
  readonly numbered?: boolean;
  /** A form rather than a letter: narrower margins, so that it stays on one sheet. */
  readonly form?: boolean;
}

/** The same, never apart from what comes after it. */
export const keptWithNext = (blocks: readonly Block[]): Block[] =>
  blocks.map((block, at) =>
    block.kind === 'paragraph' && at === blocks.length - 1 ? { ...block, withNext: true } : block,
  );

export const title = (text: string): Block => ({ kind: 'title', text });
export const heading = (text: string): Block => ({ kind: 'heading', text });
export const paragraph = (text: string): Block => ({ kind: 'paragraph', pieces: [{ text }] });
/** Without the indent: a salutation, a line of its own. */
export const flush = (text: string): Block => ({ kind: 'paragraph', flush: true, pieces: [{ text }] });
export const labelled = (label: string, text: string): Block => ({
  kind: 'paragraph',
  flush: true,
  pieces: [{ text: `${label}：`, bold: true }, { text }],
});

/** A file of more paragraphs keeps the server busy for seconds; no office writes as many. */
const MOST_LINES = 500;

/** Lines of a text, each a paragraph; scans and copies bring blank ones and blanks at the ends. */
export function linesOf(text: string): string[] {
  const lines = text
    .split(/[\n\u2028\u2029]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length <= MOST_LINES) return lines;
  return [...lines.slice(0, MOST_LINES - 1), lines.slice(MOST_LINES - 1).join(' ')];
}

export const paragraphs = (text: string): Block[] => linesOf(text).map(paragraph);
