// Asks before what was typed is lost.
let sent = false;
const isChanged = (field) => {
  if (field.type === 'checkbox' || field.type === 'radio') return field.checked !== field.defaultChecked;
  if (field.tagName === 'SELECT')
    return [...field.options].some((each) => each.selected !== each.defaultSelected && !isFirst(field, each));
  return 'defaultValue' in field && field.type !== 'hidden' && field.value !== field.defaultValue;
};
// Without a default the browser chooses the first, which nobody has changed.
const isFirst = (field, option) =>
  option.index === field.selectedIndex &&
  option.index === 0 &&
  ![...field.options].some((each) => each.defaultSelected);

addEventListener('submit', () => (sent = true));
addEventListener('beforeunload', (event) => {
  const fields = document.querySelectorAll('form[data-guard] :is(input, textarea, select)');
  if (!sent && [...fields].some(isChanged)) event.preventDefault();
});
addEventListener('pageshow', () => (sent = false));
