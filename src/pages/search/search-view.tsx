import { Pager } from '../../platform/pages/table';
import type { SavedSearchDto } from '../../search/saved/saved-searches.dto';
import type { FacetAnswer } from '../../search/searching/facets.service';
import type { SearchAnswer } from '../../search/searching/search.service';
import type { ProposalLine } from '../../proposals/lists/list.service';
import { ByNumber } from './by-number';
import { FacetsView } from './facets-view';
import { FindsHead, Sizes } from './finds-head';
import { HitsView } from './hits-view';
import { KeepSearch, KeptSearches } from './kept-searches';
import type { Narrowing } from './narrowing.service';
import { NarrowedTo } from './narrowed-to';
import { pageHref, SEARCH, type Searched, searchHref } from './search-address';
import { SearchBox } from './search-box';
import { FoldedTips, SearchTips } from './search-tips';

/** No page holds fewer. */
const SMALLEST = 20;

/** Everything the page shows of one search. */
export interface Found {
  readonly query: Searched;
  readonly answer: SearchAnswer;
  readonly counted: FacetAnswer;
  readonly narrowings: readonly Narrowing[];
  readonly byNumber: readonly ProposalLine[];
  readonly kept: readonly SavedSearchDto[];
  readonly sessions: ReadonlyMap<number, string>;
  readonly today: string;
}

export function SearchView({ csrf, ...found }: Found & { csrf: string }) {
  const { query, answer, narrowings, kept, byNumber, sessions } = found;
  const isFound = answer.total > 0;
  return (
    <>
      <KeptSearches {...{ kept, query }} />
      <SearchBox query={query} found={isFound} />
      <div class="btn-list mb-2 no-print">
        <KeepSearch {...{ kept, query, csrf }} />
        {isFound && <FoldedTips />}
      </div>
      <NarrowedTo {...{ query, narrowings }} />
      <ByNumber cases={byNumber} sessions={sessions} />
      {isFound ? <Finds {...found} /> : <Nothing {...found} />}
    </>
  );
}

function Finds({ query, answer, counted, sessions, today }: Found) {
  const { items, total, more, asOf, page, size } = answer;
  const hasWords = Boolean(query.q ?? query.within);
  return (
    <div class="search">
      <section aria-labelledby="finds">
        <div class="finds-head">
          <h2 class="h3" id="finds">
            {hasWords ? '检索到' : '提案'} {total} 件{more && '以上'}
          </h2>
          {total > 1 && (
            <a class="to-facets no-print" href="#narrow">
              缩小范围
            </a>
          )}
        </div>
        {answer.hint && <p role="status">{answer.hint}</p>}
        <FindsHead {...{ query, answer }} />
        {items.length > 0 ? (
          <HitsView hits={items} {...{ sessions, today }} />
        ) : (
          <p class="empty">
            这一页没有内容，<a href={searchHref(query)}>回到第一页</a>。
          </p>
        )}
        {total > SMALLEST && <Sizes {...{ query, answer }} />}
        {total > size && <Pager {...{ page, size, total }} href={(at) => pageHref(query, at, asOf)} />}
      </section>
      {total > 1 && (
        <FacetsView
          {...{ query, sessions }}
          facets={counted.facets}
          countedOf={more ? counted.countedAtMost : null}
        />
      )}
    </div>
  );
}

const Nothing = ({ query, answer, narrowings }: Found) => (
  <div class="empty">
    <h2 class="empty-title">{query.q || narrowings.length > 0 ? '没有找到' : '还没有您可以看到的提案'}</h2>
    {answer.hint && (query.q || narrowings.length > 0) && <p role="status">{answer.hint}</p>}
    {narrowings.length > 0 && query.q && (
      <p>
        <a href={`${SEARCH}?${new URLSearchParams({ q: query.q })}`}>去掉全部限定，再查一次</a>
      </p>
    )}
    <SearchTips />
    <p>
      也可以在<a href="/proposals">提案列表</a>里按条件筛选。
    </p>
  </div>
);
