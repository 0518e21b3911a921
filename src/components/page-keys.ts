/**
 * Does something when the reader presses a key while nothing has the focus, so that it is meant for no control and no text. Not with
 * Ctrl and its like, and not where the reader has switched such keys off in the site's settings.
 *
 * @param key as the browser names it, such as `n`
 * @param act what to do; called once for each press
 */
export function onPageKey(key: string, act: () => void): void {
  document.addEventListener('keydown', (event) => {
    if (event.key !== key || event.defaultPrevented || event.repeat || event.isComposing) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    if ('keysOff' in document.documentElement.dataset || !isNothing(document.activeElement)) return;
    event.preventDefault();
    act();
  });
}

/** Whether an element that "has the focus" is only the page, or its text after the link that skips the header. */
const isNothing = (element: Element | null): boolean =>
  element === null || element === document.body || element === document.documentElement || element.id === 'main';
