import type { Hat } from '../../lifecycle/people';
import { hats } from '../../lifecycle/words/terms';
import type { Dossier } from '../deeds/deed-subject';

interface Owed {
  readonly owerHat: string;
  readonly owerScope: number | null;
}

/** The name of the body for which a hat is worn in this case; null where there is none, or it is no part of it any more. */
function bodyOf(dossier: Dossier, { owerHat, owerScope }: Owed): string | null {
  if (owerScope === null) return null;
  if (owerHat === 'sponsor')
    return dossier.sponsors.find(({ sponsorId }) => sponsorId === owerScope)?.name ?? null;
  if (owerHat === 'assigningOffice') return owerScope === dossier.officeId ? dossier.officeName : null;
  return dossier.assignments.find(({ unitId }) => unitId === owerScope)?.unitName ?? null;
}

/** Whoever owes a step, with the body it is owed for: 市交通局（承办单位经办人）. */
export function owerOf(dossier: Dossier, owed: Owed): string {
  const hat = hats[owed.owerHat as Hat] ?? owed.owerHat;
  const body = bodyOf(dossier, owed);
  return body ? `${body}（${hat}）` : hat;
}

export const unitNameOf = ({ assignments }: Dossier, assignmentId: number | null): string | null =>
  assignments.find(({ id }) => id === assignmentId)?.unitName ?? null;

/** A sponsor's name, also of one of a merged case. */
export const sponsorNameOf = (
  { sponsors }: Dossier,
  family: readonly { readonly sponsorId: number; readonly name: string }[],
  sponsorId: number | null,
): string => [...sponsors, ...family].find((sponsor) => sponsor.sponsorId === sponsorId)?.name ?? '提案者';
