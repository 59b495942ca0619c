import { Narrowings } from './narrowing.service';
import { SearchPages } from './search.pages';

/** What the page of search is made of, for the module of all pages. */
export const SEARCH_PAGES = [SearchPages];
export const SEARCH_SERVICES = [Narrowings];
