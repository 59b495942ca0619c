import { listHref } from '../../platform/pages/table';
import type { SearchAnswer } from '../../search/searching/search.service';
import type { Searched } from './search-address';

const LONGEST_SUBJECT = 50;

type Answer = Pick<SearchAnswer, 'items' | 'loose'>;

/** The list of proposals nearest to a search; null where it would be another question altogether. */
export function listPath(query: Searched, answer: Answer): string | null {
  const { q, within, sponsorKind, published, asOf: _, ...filters } = query;
  if (within || sponsorKind != null || published != null) return null;
  const word = q?.trim().replace(/^[“"](.*)[”"]$/u, '$1');
  if (!word) return listHref('/proposals', filters, {});
  const isOne = !/[\s“”"]/u.test(word) && word.length <= LONGEST_SUBJECT && filters.subject == null;
  return isOne && isInSubjects(answer) ? listHref('/proposals', filters, { subject: word }) : null;
}

/** The list knows of words only where they stand in a subject. */
const isInSubjects = ({ items, loose }: Answer): boolean =>
  !loose && items.some(({ marked }) => marked.some(({ hit }) => hit));
