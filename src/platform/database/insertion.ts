/** One INSERT for rows of the same columns, with `?` placeholders, which answers with their ids; objects become JSON. */
export function insertionOf<R extends object>(
  table: string,
  rows: readonly R[],
): { sql: string; params: unknown[] } {
  const columns = Object.keys(rows[0]) as (keyof R & string)[];
  const names = columns.map((column) => `"${column}"`).join(', ');
  const marks = `(${columns.map(() => '?').join(', ')})`;
  const values = rows.map(() => marks).join(', ');
  return {
    sql: `INSERT INTO "${table}" (${names}) VALUES ${values} RETURNING "id"`,
    params: rows.flatMap((row) => columns.map((column) => kept(row[column]))),
  };
}

/** One UPDATE of the rows that have these values, with `?` placeholders; what is undefined stays as it is. */
export function updateOf(table: string, values: object, where: object): { sql: string; params: unknown[] } {
  const changed = Object.entries(values).filter(([, value]) => value !== undefined);
  const equal = (columns: readonly string[]) => columns.map((column) => `"${column}" = ?`);
  const [set, found] = [equal(changed.map(([column]) => column)), equal(Object.keys(where))];
  return {
    sql: `UPDATE "${table}" SET ${set.join(', ')} WHERE ${found.join(' AND ')}`,
    params: [...changed.map(([, value]) => kept(value)), ...Object.values(where)],
  };
}

const kept = (value: unknown) =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
