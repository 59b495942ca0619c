import { CSRF_FIELD } from '../../platform/web/form-token';
import type { SavedSearchDto } from '../../search/saved/saved-searches.dto';
import { Carried } from './carried';
import { partsOf, SEARCH, searchHref, type Searched } from './search-address';

interface Props {
  readonly kept: readonly SavedSearchDto[];
  readonly query: Searched;
}

const OF_THE_PAGE = ['page', 'size', 'asOf'];
const LONGEST_NAME = 60;
/** What an address to come back to may have. */
const LONGEST_BACK = 900;

const signOf = (query: object): string =>
  partsOf(query)
    .filter(([name]) => !OF_THE_PAGE.includes(name))
    .map((part) => part.join('='))
    .sort()
    .join('&');

/** The one of them that stands on the page. */
const currentOf = ({ kept, query }: Props): SavedSearchDto | undefined =>
  kept.find(({ criteria }) => signOf(criteria) === signOf(query));

/** Searches kept by name, one press away. */
export function KeptSearches(props: Props) {
  const { kept } = props;
  const current = currentOf(props);
  if (kept.length === 0) return null;
  return (
    <div class="btn-list mb-2 no-print">
      <span class="text-secondary">已存检索：</span>
      {kept.map((each) => (
        <a
          class={each === current ? 'btn btn-sm active' : 'btn btn-sm'}
          href={searchHref(each.criteria)}
          aria-current={each === current ? 'true' : undefined}
        >
          {each.name}
        </a>
      ))}
      {current && <Remove search={current} />}
    </div>
  );
}

const Remove = ({ search: { id, name } }: { search: SavedSearchDto }) => (
  <a href={`/undo/me/searches/${id}?${new URLSearchParams({ back: SEARCH })}`}>
    删除<span class="visually-hidden">已存检索：{name}</span>
  </a>
);

/** The search that stands on the page, to be kept. */
export const KeepSearch = ({ csrf, ...props }: Props & { csrf: string }) =>
  signOf(props.query) === '' || currentOf(props) ? null : <Keep query={props.query} csrf={csrf} />;

const Keep = ({ query, csrf }: { query: Searched; csrf: string }) => (
  <details class="deed">
    <summary class="btn btn-sm">保存这次检索</summary>
    <form class="filters" method="post" action="/do/me/searches">
      <input type="hidden" name={CSRF_FIELD} value={csrf} />
      <input type="hidden" name="_back" value={backTo(searchHref(query))} />
      <Carried query={query} except={OF_THE_PAGE} />
      <div>
        <label class="form-label" for="search-name">
          名称
        </label>
        <input
          class="form-control"
          id="search-name"
          name="name"
          value={query.q?.slice(0, LONGEST_NAME) ?? ''}
          maxLength={LONGEST_NAME}
          autocomplete="off"
        />
      </div>
      <button class="btn" type="submit">
        保存
      </button>
    </form>
  </details>
);

const backTo = (href: string): string => (href.length <= LONGEST_BACK ? href : SEARCH);
