// How much may still be written; characters as a reader counts them, not as the machine stores them.
const counters = new WeakMap();

function show(area) {
  const most = Number(area.dataset.max);
  const written = [...area.value.replace(/\r\n/g, '\n')].length;
  if (written === 0 && !counters.has(area)) return;
  const shown = counters.get(area) ?? counter(area);
  shown.textContent =
    written > most
      ? `已写 ${written} 字，超出 ${written - most} 字`
      : `已写 ${written} 字，还可写 ${most - written} 字`;
  shown.classList.toggle('over', written > most);
}

let made = 0;
function counter(area) {
  const shown = Object.assign(document.createElement('p'), { id: `count-${++made}`, className: 'count' });
  area.after(shown);
  area.setAttribute('aria-describedby', `${area.getAttribute('aria-describedby') ?? ''} ${shown.id}`.trim());
  counters.set(area, shown);
  return shown;
}

addEventListener('input', ({ target }) => target.matches('textarea[data-max]') && show(target));
document.querySelectorAll('textarea[data-max]').forEach(show);

// What others wrote about the same, while one writes.
const QUIET_MS = 800;
const waiting = new WeakMap();
const asking = new WeakMap();

addEventListener('input', ({ target }) => {
  const form = target.form?.closest('form[data-similar]');
  if (!form) return;
  clearTimeout(waiting.get(form));
  waiting.set(
    form,
    setTimeout(() => look(form), QUIET_MS),
  );
});

async function look(form) {
  asking.get(form)?.abort();
  const question = new AbortController();
  asking.set(form, question);
  const body = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === 'string'));
  try {
    const answer = await fetch(form.dataset.similar, { method: 'POST', body, signal: question.signal });
    if (!answer.ok || !answer.headers.get('content-type')?.startsWith('text/html')) return;
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    document.getElementById(form.dataset.similarTarget)?.replaceChildren(...page.body.childNodes);
  } catch {
    // It was only a hint.
  }
}
