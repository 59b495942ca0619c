import type { OldNoticeDto } from '../../publication/old-notices/old-notices.dto';

type Sent = Readonly<Record<string, unknown>>;

/** Said of a name: it stays as it was printed. */
export const AS_PRINTED = 'asPrinted';
/** Names are asked about by number; so many at most. */
const MOST_NAMES = 500;

/** What the page of an old notice was sent, in the shape of the API. */
export function answersIn(sent: Sent): Partial<OldNoticeDto> {
  return {
    ...{
      text: textOf(sent.text),
      title: textOf(sent.title),
      issuer: textOf(sent.issuer),
      datedOn: textOf(sent.datedOn),
    },
    sponsors: namesIn(sent, 'sponsor').map(({ name, id }) => ({ name, sponsorId: id })),
    units: namesIn(sent, 'unit').map(({ name, id }) => ({ name, unitId: id })),
    ...{
      join: numbersIn(sent.join),
      leftOut: numbersIn(sent.leftOut),
      incomplete: numbersIn(sent.incomplete),
    },
  };
}

/** Only names about which something was said. */
function namesIn(sent: Sent, kind: string): { name: string; id: number | null }[] {
  return Array.from({ length: MOST_NAMES }, (_, at) => at).flatMap((at) => {
    const name = textOf(sent[`${kind}-${at}-name`]);
    const meant = textOf(sent[`${kind}-${at}-is`]);
    if (!name || !meant) return [];
    return [{ name, id: meant === AS_PRINTED ? null : Number(meant) }];
  });
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const numbersIn = (value: unknown): number[] =>
  (Array.isArray(value) ? value : [value]).filter((each) => /^\d{1,9}$/.test(String(each))).map(Number);
