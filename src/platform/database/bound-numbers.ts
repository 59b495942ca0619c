import type { DataSource } from 'typeorm';

/**
 * Lets TypeORM pass numbers as parameters on SQLite, too. By itself it writes them into the text, so that every
 * statement with an id is a new one to compile and drives another out of the statement cache.
 */
export function bindNumbers(dataSource: DataSource): DataSource {
  const { driver } = dataSource;
  if (driver.options.type === 'postgres') return dataSource;
  const escape = driver.escapeQueryWithParameters.bind(driver);
  driver.escapeQueryWithParameters = (sql, parameters) => {
    const entries = Object.entries(parameters).map(([name, value]) => [name, boxed(value)]);
    const [text, values] = escape(sql, Object.fromEntries(entries));
    return [text, values.map(unboxed)];
  };
  return dataSource;
}

// What TypeORM does not take for a number it leaves alone.
const boxed = (value: unknown): unknown => (typeof value === 'number' ? Object(value) : value);
const unboxed = (value: unknown): unknown => (value instanceof Number ? value.valueOf() : value);
