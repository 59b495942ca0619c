// What a click does beyond links and forms.
const DONE_MS = 2000;

const DOES = {
  print: () => window.print(),
  copy: async (button) => {
    const from = document.getElementById(button.dataset.copy);
    try {
      await navigator.clipboard.writeText(from.value ?? from.textContent.trim());
      said(button, '已复制');
    } catch {
      // An intranet without https has no clipboard: then at least it is selected.
      getSelection().selectAllChildren(from);
      from.select?.();
      said(button, '已选中，请按 Ctrl+C 复制');
    }
  },
  add: (button) => {
    const template = document.getElementById(button.dataset.add);
    const rows = (button.dataset.rows = Number(button.dataset.rows ?? 0) + 1);
    const row = template.content.cloneNode(true);
    for (const element of row.querySelectorAll('*'))
      for (const attribute of element.attributes)
        attribute.value = attribute.value.replaceAll('__n__', rows - 1);
    const first = row.querySelector('input:not([type=hidden]), select, textarea');
    for (const legend of row.querySelectorAll('legend'))
      legend.textContent = legend.textContent.replaceAll('__n__', rows);
    button.before(row);
    first?.focus();
  },
};

function said(button, words) {
  const before = [...button.childNodes];
  button.replaceChildren(words);
  button.setAttribute('aria-live', 'polite');
  setTimeout(() => button.replaceChildren(...before), DONE_MS);
}

addEventListener('click', ({ target }) => {
  const button = target.closest('button[data-print], button[data-copy], button[data-add]');
  if (button) for (const [name, act] of Object.entries(DOES)) if (name in button.dataset) act(button);
});
for (const button of document.querySelectorAll('button[data-print], button[data-copy], button[data-add]'))
  button.hidden = false;

// Menus close as menus do.
const MENUS = 'details[data-menu][open], details.frame-user[open]';
const close = (menu) => menu.removeAttribute('open');

addEventListener('click', ({ target }) => {
  for (const menu of document.querySelectorAll(MENUS)) if (!menu.contains(target)) close(menu);
});
addEventListener('keydown', ({ key }) => {
  if (key !== 'Escape') return;
  for (const menu of document.querySelectorAll(MENUS)) {
    const held = menu.contains(document.activeElement);
    close(menu);
    if (held) menu.querySelector('summary').focus();
  }
});

// On a narrow screen the navigation begins closed, on a wide one it cannot be.
const navigation = document.querySelector('details.frame-nav-menu');
const wide = matchMedia('(min-width: 62rem)');
const fit = () => navigation?.toggleAttribute('open', wide.matches);
wide.addEventListener('change', fit);
fit();

// A long batch goes on by itself.
document.querySelector('form[data-continue]')?.requestSubmit();

// After a refusal one begins at what is wrong.
document.querySelector('.error-summary')?.focus();
