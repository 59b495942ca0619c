import { placeBody } from './body';
import { dayIn, signatureIn } from './days';
import { entriesOf } from './entries';
import { placeHead } from './head';
import { type ReadItem, itemsIn } from './items';
import { isField, notUnderstood, type Piece, type Placed, type Understood } from './pieces';
import { piecesOf } from './stretches';
import { wordsOf } from './words';

/** What was understood of the text of a notice, and every stretch of it with what it was taken for. */
export interface NoticeReading {
  readonly title: string | null;
  readonly preface: string;
  readonly issuer: string | null;
  readonly datedOn: string | null;
  readonly contactAddress: string | null;
  readonly contactPhone: string | null;
  readonly items: readonly ReadItem[];
  readonly pieces: readonly Piece[];
}

/** Reads a published notice. Whatever it cannot place it says so of: nothing is guessed, and nothing lost. */
export function readNotice(text: string): NoticeReading {
  const { entries, isMarkdown } = entriesOf(text);
  const first = entries.findIndex(({ kind }) => isField(kind));
  const begin = first < 0 ? entries.length : first;
  const head = placeHead(entries.slice(0, begin));
  const isDated = head.some(({ as }) => as === 'datedOn' || as === 'signature');
  const all = onceEach([...head, ...placeBody(entries.slice(begin), isDated)]);
  const words = (as: Understood) =>
    all.filter((each) => each.as === as).map((each) => wordsOf(each, isMarkdown));
  const [signature] = words('signature').map(signatureIn);
  const one = (as: Understood): string | null => words(as)[0] ?? null;
  const { issuer, datedOn } = signature ?? { issuer: one('issuer'), datedOn: dayIn(one('datedOn') ?? '') };
  return {
    title: one('title'),
    preface: words('preface').join('\n'),
    ...{ issuer, datedOn, contactAddress: one('contactAddress'), contactPhone: one('contactPhone') },
    items: itemsIn(all, isMarkdown),
    pieces: all.flatMap((each) => piecesOf(each, isMarkdown)),
  };
}

/** A notice has one title, one date, one address: the second of a kind is not understood. */
const ONCE: Partial<Record<Understood, readonly Understood[]>> = {
  title: ['title'],
  issuer: ['issuer'],
  datedOn: ['datedOn'],
  signature: ['issuer', 'datedOn'],
  contactAddress: ['contactAddress'],
  contactPhone: ['contactPhone'],
};

function onceEach(all: readonly Placed[]): Placed[] {
  const said = new Set<Understood>();
  return all.map((each) => {
    const says = ONCE[each.as] ?? [];
    if (says.some((one) => said.has(one))) return notUnderstood(each, 'repeated');
    for (const one of says) said.add(one);
    return each;
  });
}
