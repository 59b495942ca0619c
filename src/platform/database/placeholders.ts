const converted = new Map<string, string>();
const LIMIT = 1000;

/** Turns `?` into `$1`, `$2` … as PostgreSQL wants it; quoted text and names stay untouched. */
export function numbered(sql: string): string {
  const known = converted.get(sql);
  if (known !== undefined) return known;
  let count = 0;
  const answer = sql.replace(/'[^']*'|"[^"]*"|\?/g, (part) => (part === '?' ? `$${++count}` : part));
  // Statements built from lists of ids differ endlessly: the memory of them must not grow for ever.
  if (converted.size >= LIMIT) converted.clear();
  converted.set(sql, answer);
  return answer;
}
