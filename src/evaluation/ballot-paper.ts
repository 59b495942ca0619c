import { RATINGS } from '../lifecycle/facts';
import { seal, unseal } from './sealed-box';

/** What may be marked beside an item; what is not marked counts as abstention. */
export const CHOICES = ['abstained', ...RATINGS] as const;
export type Choice = (typeof CHOICES)[number];

const BLOCK = 32;

/** One byte for each item in the order of the agenda, filled up: no ballot differs from another in length. */
export function encode(choices: readonly Choice[]): Buffer {
  const paper = Buffer.alloc(Math.max(1, Math.ceil(choices.length / BLOCK)) * BLOCK);
  choices.forEach((choice, at) => (paper[at] = CHOICES.indexOf(choice)));
  return paper;
}

/** Throws an Error for what was never put in by `encode`. */
export function decode(paper: Buffer, items: number): Choice[] {
  const marks = [...paper.subarray(0, items)].map((mark) => CHOICES[mark]);
  const isWhole = marks.length === items && !marks.includes(undefined as never);
  if (!isWhole || !paper.subarray(items).every((mark) => mark === 0)) throw new Error('not a ballot paper');
  return marks;
}

/** Sealed to every lock, one around the other: no teller opens it without the others. */
export function sealPaper(paper: Buffer, publicKeys: readonly Buffer[], box: string): string {
  return publicKeys.reduce((inner, key) => seal(key, inner, box), paper).toString('base64');
}

/** Throws an Error for what was not sealed to these locks, in this order and for this box. */
export function openPaper(sealed: string, privateKeys: readonly Buffer[], box: string): Buffer {
  return privateKeys.reduceRight((outer, key) => unseal(key, outer, box), Buffer.from(sealed, 'base64'));
}
