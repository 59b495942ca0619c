const COLUMNS = ['work', 'limit', 'ours', 'ratio', 'target', 'p50 ms', 'p99 ms', 'met'];

/** Requests per second: at least so much of the limit. */
export function atLeast(name, target, { limit, ours }) {
  const ratio = ours.rate / limit.rate;
  const figures = [limit.rate, ours.rate].map((rate) => `${Math.round(rate)}/s`);
  const met = ratio >= target;
  return {
    met,
    cells: [name, ...figures, ratio.toFixed(2), `≥ ${target}`, ours.p50, ours.p99, met ? 'yes' : 'no'],
  };
}

/** Something that costs: at most so many times the limit, or at most so much where there is none. */
export function atMost(name, target, limit, ours) {
  const ratio = limit === null ? ours : ours / limit;
  const met = ratio <= target;
  const shown = limit === null ? '' : ratio.toFixed(2);
  return { met, cells: [name, limit ?? '', ours, shown, `≤ ${target}`, '', '', met ? 'yes' : 'no'] };
}

export function plainTable(lines) {
  const rows = [COLUMNS, ...lines.map((line) => line.cells.map(String))];
  const widths = COLUMNS.map((_, at) => Math.max(...rows.map((row) => row[at].length)));
  const pad = (cell, at) => (at === 0 ? cell.padEnd(widths[at]) : cell.padStart(widths[at]));
  return rows.map((row) => row.map(pad).join('  ')).join('\n');
}

export function markdownTable(lines) {
  const rule = COLUMNS.map((_, at) => (at === 0 ? '---' : '---:'));
  return [COLUMNS, rule, ...lines.map((line) => line.cells)]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}
