import { listHref } from '../../platform/pages/table';
import type { SearchQuery } from '../../search/searching/search.dto';

/** A search as its address has it. */
export type Searched = Readonly<SearchQuery>;

export const SEARCH = '/search';
/** As much as is read of what was typed; with more, every link of the page would carry it along. */
export const MOST_CHARACTERS = 500;

// The words first, so that an address can be read.
const inOrder = (query: Searched) => ({ q: query.q, within: query.within, ...query });

/** The same search with a part changed. It begins anew: on its first page, with what came in meanwhile. */
export const searchHref = (query: Searched, change: Partial<SearchQuery> = {}): string =>
  listHref(SEARCH, { ...inOrder(query), asOf: null }, change);

/** Another page of what was found, without what came in since. */
export const pageHref = (query: Searched, page: number, asOf: number | null): string =>
  listHref(SEARCH, { ...inOrder(query), asOf }, { page });

/** What was typed, as far as it is read. */
export function readable(query: Searched): Searched {
  const cut = (text: string | null | undefined) => text?.slice(0, MOST_CHARACTERS);
  return { ...query, q: cut(query.q), within: cut(query.within) };
}

/** Every part that was asked for, as text. */
export const partsOf = (query: object): [name: string, text: string][] =>
  Object.entries(query).flatMap(([name, value]) =>
    value === null || value === undefined || value === '' ? [] : [[name, String(value)]],
  );

/** Neither words nor a filter: how the finds are shown, not what is found. */
export const SHOWING = ['page', 'size', 'asOf', 'sort'];
