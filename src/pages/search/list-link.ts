import { listHref } from '../../platform/pages/table';
import type { Searched } from './search-address';

const LONGEST_SUBJECT = 50;

/** The list of proposals nearest to a search; null where it would be another question altogether. */
export function listPath({
  q,
  within,
  sponsorKind,
  published,
  asOf: _,
  ...filters
}: Searched): string | null {
  if (within || sponsorKind != null || published != null) return null;
  const word = q?.trim().replace(/^[“"](.*)[”"]$/u, '$1');
  if (!word) return listHref('/proposals', filters, {});
  const isOne = !/[\s“”"]/u.test(word) && word.length <= LONGEST_SUBJECT && filters.subject == null;
  return isOne ? listHref('/proposals', filters, { subject: word }) : null;
}
