import { Carried } from './carried';
import { MOST_CHARACTERS, SEARCH, type Searched } from './search-address';

interface Props {
  readonly query: Searched;
  /** There is something to look further in. */
  readonly found: boolean;
}

const OF_THE_PAGE = ['page', 'asOf'];

/** What is looked for; the filters stay as they are. */
export const SearchBox = ({ query, found }: Props) => (
  <div class="search-boxes no-print">
    <form class="filters" role="search" aria-label="提案检索" method="get" action={SEARCH}>
      <div class="wide">
        <label class="form-label" for="q">
          检索词
        </label>
        <input
          class="form-control"
          id="q"
          type="search"
          name="q"
          value={query.q ?? ''}
          maxLength={MOST_CHARACTERS}
          placeholder="如：停车难、王云安、第12号"
          autocomplete="off"
        />
      </div>
      <Carried query={query} except={['q', 'within', ...OF_THE_PAGE]} />
      <div class="btn-list">
        <button class="btn btn-primary" type="submit">
          检索
        </button>
      </div>
    </form>
    {query.q && (found || query.within) && <Within query={query} />}
  </div>
);

const Within = ({ query }: { query: Searched }) => (
  <form class="filters" aria-label="在结果中继续查" method="get" action={SEARCH}>
    <div>
      <label class="form-label" for="within">
        在结果中继续查
      </label>
      <input
        class="form-control"
        id="within"
        type="search"
        name="within"
        value={query.within ?? ''}
        maxLength={MOST_CHARACTERS}
        autocomplete="off"
      />
    </div>
    <Carried query={query} except={['within', ...OF_THE_PAGE]} />
    <div class="btn-list">
      <button class="btn" type="submit">
        继续查
      </button>
    </div>
  </form>
);
