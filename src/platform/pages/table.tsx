import type { ComponentChildren } from 'preact';

export interface Column<Row> {
  readonly key: string;
  readonly label: string;
  /** Above the column instead of its label, such as a box that ticks all. */
  readonly heading?: ComponentChildren;
  readonly cell: (row: Row) => ComponentChildren;
  /** The names under which the list sorts by this column, rising and falling, where it does. */
  readonly sort?: { readonly up?: string; readonly down?: string };
  /** Figures stand at the right. */
  readonly numeric?: boolean;
}

export interface TableProps<Row> {
  /** Says what the table shows; read aloud, not seen, unless `captionShown`. */
  readonly caption: string;
  readonly captionShown?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  /** What to do where there is nothing. */
  readonly empty: ComponentChildren;
  /** How it is sorted now, and the address that sorts it otherwise. */
  readonly sorting?: { readonly current: string; readonly href: (sort: string) => string };
  readonly rowHeader?: string;
}

/** Rows in columns; scrolls inside itself on a phone. */
export function Table<Row>({
  caption,
  captionShown,
  columns,
  rows,
  empty,
  sorting,
  rowHeader,
}: TableProps<Row>) {
  if (rows.length === 0) return <div class="empty">{empty}</div>;
  return (
    <div class="table-wrap" tabIndex={0} role="region" aria-label={caption}>
      <table class="table table-vcenter">
        <caption class={captionShown ? undefined : 'visually-hidden'}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading column={column} sorting={sorting} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {columns.map(({ key, cell, numeric }) =>
                key === rowHeader ? (
                  <th scope="row">{cell(row)}</th>
                ) : (
                  <td class={numeric ? 'text-end' : undefined}>{cell(row)}</td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Heading<Row>({ column, sorting }: { column: Column<Row>; sorting: TableProps<Row>['sorting'] }) {
  const { label, sort, numeric } = column;
  const className = numeric ? 'text-end' : undefined;
  if (!sort || !sorting)
    return (
      <th scope="col" class={className}>
        {column.heading ?? label}
      </th>
    );
  const { current, href } = sorting;
  const direction = current === sort.up ? 'ascending' : current === sort.down ? 'descending' : 'none';
  const next = current === sort.up ? (sort.down ?? sort.up) : (sort.up ?? sort.down);
  return (
    <th scope="col" class={className} aria-sort={direction}>
      <a href={href(next!)}>
        {label}
        <span aria-hidden="true">
          {direction === 'ascending' ? ' ↑' : direction === 'descending' ? ' ↓' : ''}
        </span>
      </a>
    </th>
  );
}

interface PagerProps {
  readonly page: number;
  readonly size: number;
  readonly total: number;
  readonly href: (page: number) => string;
}

/** Where one is in a list, and the pages before and after. */
export function Pager({ page, size, total, href }: PagerProps) {
  const last = Math.max(1, Math.ceil(total / size));
  return (
    <nav class="pager" aria-label="分页">
      <span>
        共 {total} 条，第 {page} / {last} 页
      </span>
      {page > 1 && (
        <a class="btn btn-sm" rel="prev" href={href(page - 1)}>
          上一页
        </a>
      )}
      {page < last && (
        <a class="btn btn-sm" rel="next" href={href(page + 1)}>
          下一页
        </a>
      )}
    </nav>
  );
}

/** The address of the same list with one part of its query changed; another filter begins at the first page. */
export function listHref(
  path: string,
  query: Readonly<Record<string, unknown>>,
  change: Record<string, unknown>,
): string {
  const merged = { ...query, ...('page' in change ? {} : { page: null }), ...change };
  const parts = Object.entries(merged).flatMap(([name, value]) =>
    value === null || value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  const search = new URLSearchParams(parts).toString();
  return search ? `${path}?${search}` : path;
}
