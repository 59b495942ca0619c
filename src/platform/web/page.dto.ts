import { WholeNumber } from './fields';

const LARGEST_PAGE = 100_000;

/** Which part of a list is wanted; lists extend it with their own filters. */
export class PageQuery {
  @WholeNumber('页码', { min: 1, max: LARGEST_PAGE, optional: true })
  page?: number | null;

  @WholeNumber('每页条数', { min: 1, max: 100, optional: true })
  size?: number | null;
}

/** A part of a list. */
export interface Page<T> {
  items: T[];
  total: number;
  page: number;
  size: number;
}

/** LIMIT and OFFSET of a page, first page of 20 when nothing was asked. */
export function windowOf({ page, size }: PageQuery): { page: number; size: number; offset: number } {
  const window = { page: page ?? 1, size: size ?? 20 };
  return { ...window, offset: (window.page - 1) * window.size };
}
