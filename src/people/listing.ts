import { type Page, PageQuery, windowOf } from '../platform/web/page.dto';
import { Day, Text } from '../platform/web/fields';
import { plainName } from './plain-name';
import { type Dated, validOn } from './validity';

/** Which rows of the directory are wanted. */
export class NamesQuery extends PageQuery {
  @Text('名称', { max: 100, optional: true })
  q?: string | null;

  @Day('有效日期', { optional: true })
  on?: string | null;
}

export interface Named {
  name: string;
  aliases?: { name: string }[];
}

const byPinyin = new Intl.Collator('zh-CN', { numeric: true });

/**
 * Finds by any part of the name or of an alias, sorted by pinyin. Done here and not in SQL, where neither database
 * sorts by pinyin or ignores full-width forms; a directory has thousands of rows at most.
 */
export function pageOfNames<T extends Named>(
  rows: T[],
  query: NamesQuery,
  alsoKnownAs: (row: T) => (string | null)[] = () => [],
): Page<T> {
  const { page, size, offset } = windowOf(query);
  const wanted = plainName(query.q ?? '');
  const namesOf = (row: T) => [
    row.name,
    ...(row.aliases ?? []).map((alias) => alias.name),
    ...alsoKnownAs(row),
  ];
  const found = rows
    .filter((row) => namesOf(row).some((name) => name && plainName(name).includes(wanted)))
    .filter((row) => !query.on || !isDated(row) || validOn(row, query.on))
    .sort((one, other) => byPinyin.compare(one.name, other.name));
  return { items: found.slice(offset, offset + size), total: found.length, page, size };
}

function isDated(row: object): row is Dated {
  return 'validFrom' in row;
}
