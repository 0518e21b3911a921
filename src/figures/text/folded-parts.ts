/*
 * What is folded costs a page nothing: it is the text of a `<noscript>`, which browsers without scripts show as it is, and becomes
 * elements when it is unfolded or the page is printed.
 */

/** Names what was made of such text. */
const mark = 'data-from-noscript';

/** Keeps watch over the page's folded parts. Those of islands that are awake are theirs. */
export function watchFoldedParts(): void {
  // It doesn't bubble.
  document.addEventListener('toggle', ({ target }) => target instanceof HTMLDetailsElement && unfold(target), true);
  addEventListener('beforeprint', () => document.querySelectorAll('details').forEach(unfold));
}

function unfold(details: HTMLDetailsElement): void {
  const text = details.querySelector(':scope > noscript');
  const isAwake = details.closest('astro-island:not([ssr])') !== null;
  if (!text || isAwake || details.querySelector(`:scope > [${mark}]`)) return;
  const part = document.createElement('div');
  part.setAttribute(mark, '');
  part.innerHTML = text.textContent;
  text.after(part);
}

/** Takes away what was unfolded while an island slept, before it awakes and finds more than it wrote. */
export function takeUnfolded(island: Element): void {
  for (const part of island.querySelectorAll(`[${mark}]`)) part.remove();
}
