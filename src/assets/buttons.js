document.addEventListener('click', ({ target }) => target.closest('[data-print]') && window.print());
