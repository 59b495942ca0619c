// The rows of the recorded statements as a page from a template string: the least that HTML can cost.
const escaped = (value) =>
  String(value ?? '').replace(
    /[&<>"]/g,
    (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign],
  );

const row = (line) =>
  `<tr>${Object.values(line)
    .map((value) => `<td>${escaped(value)}</td>`)
    .join('')}</tr>`;

const table = (rows) => (rows.length > 0 ? `<table>${rows.map(row).join('')}</table>` : '');

/** All that was read, each statement's rows as a table. */
export const pageOf = (results) =>
  `<!doctype html><html lang="zh-CN"><head><title>提案</title></head><body>${results.map(table).join('')}</body></html>`;
