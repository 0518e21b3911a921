/** Set on the page's root, and told to the page, once an engine was asked for. */
const mark = 'engineAsked';
const event = 'engine:asked';

/** Lets figures that are near know that readers run things on this page. */
export function tellEngineAsked(): void {
  document.documentElement.dataset[mark] = '';
  document.dispatchEvent(new Event(event));
}

/**
 * Calls once an element is within a window's height of the window, on a page whose reader has run something before. Who only
 * reads is spared what only those need who run things.
 *
 * @returns the way to stop waiting for it
 */
export function whenNear(element: Element, call: () => void): () => void {
  let observer: IntersectionObserver | undefined;
  const watch = (): void => {
    observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        observer?.disconnect();
        call();
      },
      { rootMargin: '100% 0px' },
    );
    observer.observe(element);
  };
  if (mark in document.documentElement.dataset) watch();
  else document.addEventListener(event, watch, { once: true });
  return () => {
    document.removeEventListener(event, watch);
    observer?.disconnect();
  };
}
