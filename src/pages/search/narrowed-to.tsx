import type { Narrowing } from './narrowing.service';
import { SEARCH, searchHref, type Searched } from './search-address';
import { listHref } from '../../platform/pages/table';

interface Props {
  readonly query: Searched;
  readonly narrowings: readonly Narrowing[];
}

/** What the search is narrowed to; a press takes it off again. */
export function NarrowedTo({ query, narrowings }: Props) {
  if (narrowings.length === 0) return null;
  const { q, sort, size } = query;
  return (
    <div class="btn-list mb-2 no-print">
      <span class="text-secondary">已限定：</span>
      {narrowings.map(({ name, words }) => (
        <a class="btn btn-sm" href={searchHref(query, { [name]: null })}>
          {words} ×去掉
        </a>
      ))}
      {narrowings.length > 1 && <a href={listHref(SEARCH, { q, sort, size }, {})}>全部去掉</a>}
    </div>
  );
}
