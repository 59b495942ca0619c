import { specsOf } from '../../platform/web/field-specs';
import { SearchQuery } from '../../search/searching/search.dto';
import type { SearchAnswer } from '../../search/searching/search.service';
import { listPath } from './list-link';
import { searchHref, type Searched } from './search-address';

interface Props {
  readonly query: Searched;
  readonly answer: SearchAnswer;
}

const SIZES = [20, 50, 100];
const SORT = specsOf(SearchQuery).find(({ name }) => name === 'sort');
const sorts = (SORT?.choices ?? []).map((value) => [value, SORT?.words?.[value] ?? ''] as const);

/** In which order the finds stand, and the way to them as a list that can be taken along. */
export function FindsHead({ query, answer }: Props) {
  const list = listPath(query, answer);
  return (
    <div class="btn-list mb-2 no-print">
      <Sorts query={query} />
      {list !== null && <a href={list}>{query.q ? '案由含此词的，到列表查看和导出' : '到列表查看和导出'}</a>}
    </div>
  );
}

/** How many stand on a page. */
export const Sizes = ({ query, answer }: Props) => (
  <div class="btn-list mb-3 no-print">
    <span class="text-secondary">每页</span>
    {SIZES.map((size) => (
      <Choice href={searchHref(query, { size })} words={`${size} 件`} current={size === answer.size} />
    ))}
  </div>
);

function Sorts({ query }: { query: Searched }) {
  const hasWords = Boolean(query.q ?? query.within);
  const current = query.sort ?? (hasWords ? null : 'newest');
  const all = [...(hasWords ? [[null, '按相关程度'] as const] : []), ...sorts];
  return (
    <>
      <span class="text-secondary">排序</span>
      {all.map(([sort, words]) => (
        <Choice
          href={searchHref(query, { sort: sort as SearchQuery['sort'] })}
          words={words}
          current={sort === current}
        />
      ))}
    </>
  );
}

const Choice = ({ href, words, current }: { href: string; words: string; current: boolean }) =>
  current ? <strong aria-current="true">{words}</strong> : <a href={href}>{words}</a>;
