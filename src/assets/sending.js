// One click, one request: buttons rest while a form is on its way, and say so.
const words = new Map();

addEventListener('submit', (event) => {
  const { target: form, submitter, defaultPrevented } = event;
  // By attribute: a field may be called `method` or `target`.
  if (defaultPrevented || form.getAttribute('method') !== 'post' || form.hasAttribute('data-again')) return;
  if (form.ariaBusy === 'true') return event.preventDefault();
  form.ariaBusy = 'true';
  // Later: a disabled button would not be sent with its name and value.
  setTimeout(() => {
    for (const button of form.querySelectorAll('button:not([type=button])')) button.disabled = true;
    if (!submitter) return;
    words.set(submitter, [...submitter.childNodes]);
    submitter.ariaBusy = 'true';
    submitter.replaceChildren('正在提交…');
  });
});

// Who comes back finds the form as it was.
addEventListener('pageshow', ({ persisted }) => {
  if (!persisted) return;
  for (const form of document.querySelectorAll('form[aria-busy]')) {
    form.ariaBusy = null;
    for (const button of form.querySelectorAll('button:disabled')) button.disabled = false;
  }
  for (const [button, nodes] of words) {
    button.ariaBusy = null;
    button.replaceChildren(...nodes);
  }
});
