/** A box before each row, and one above that ticks all: what is ticked goes with the form around the table. */
export function ticks<Row extends { id: number }>(
  nameOf: (row: Row) => string,
  chosen: readonly string[] = [],
) {
  return {
    key: 'tick',
    label: '选择',
    heading: <input class="form-check-input" type="checkbox" data-select-all aria-label="全选本页" />,
    cell: (row: Row) => (
      <input
        class="form-check-input"
        type="checkbox"
        name="ids"
        value={row.id}
        checked={chosen.includes(String(row.id))}
        aria-label={`选择${nameOf(row)}`}
      />
    ),
  };
}

/** The ids that were ticked, as a form sends them. */
export const tickedIn = (sent: unknown): string[] =>
  sent === undefined || sent === '' ? [] : (Array.isArray(sent) ? sent : [sent]).map(String);
