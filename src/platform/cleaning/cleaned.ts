export const FINDINGS = [
  'hiddenSheets',
  'hiddenCells',
  'hiddenText',
  'comments',
  'trackedChanges',
  'authors',
  'customProperties',
  'embedded',
  'macros',
  'links',
  'pictures',
  'formulas',
  'uninspected',
] as const;
export type FindingCode = (typeof FINDINGS)[number];

/** Something a reader of the file would not have seen at once, and how often. */
export interface Finding {
  readonly code: FindingCode;
  readonly count: number;
}

/** A copy with nothing in it but what is seen. */
export interface Cleaned {
  readonly content: Buffer;
  /** All words of the copy, a paragraph or cell to a line. */
  readonly text: string;
  readonly findings: readonly Finding[];
}

/** For each unit of a text what is to stand there instead. */
export type Rewrite = (text: string) => readonly string[];

export const asItStands: Rewrite = (text) => text.split('');

/** Counts what is found on the way. */
export class Findings {
  private readonly counts = new Map<FindingCode, number>();

  add(code: FindingCode, count = 1): void {
    if (count > 0) this.counts.set(code, (this.counts.get(code) ?? 0) + count);
  }

  get all(): Finding[] {
    return FINDINGS.flatMap((code) => {
      const count = this.counts.get(code);
      return count ? [{ code, count }] : [];
    });
  }
}
