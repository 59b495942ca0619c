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

const kept = (value: unknown) =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
