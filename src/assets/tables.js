// Ticking rows: all at once, and how many are ticked.
const rowsOf = (all) => [
  ...all.closest('table').querySelectorAll('tbody input[type=checkbox]:not(:disabled)'),
];

function count(all) {
  const rows = rowsOf(all);
  const ticked = rows.filter(({ checked }) => checked).length;
  all.checked = ticked > 0 && ticked === rows.length;
  all.indeterminate = ticked > 0 && ticked < rows.length;
  const shown = (all.form ?? document).querySelector('[data-selected]');
  if (shown) shown.textContent = `已选 ${ticked} 件`;
}

addEventListener('change', ({ target }) => {
  if (target.type !== 'checkbox') return;
  const all = target.closest('table')?.querySelector('[data-select-all]');
  if (!all) return;
  if (target === all) for (const row of rowsOf(all)) row.checked = all.checked;
  count(all);
});
addEventListener('pageshow', () => document.querySelectorAll('[data-select-all]').forEach(count));

// Filters that need no button.
addEventListener('change', ({ target }) => {
  const form = target.form?.closest('form[data-auto]');
  if (form && (target.tagName === 'SELECT' || ['checkbox', 'radio'].includes(target.type)))
    form.requestSubmit();
});
