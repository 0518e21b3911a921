/** Elements laid out in one frame: few enough that a slow phone answers a finger in between. */
const elementsPerFrame = 40;

/**
 * Lays out the parts of a page that its style sheet left for after the first view, from the top down, a few in each frame. All at
 * once when the reader goes to another place of the page, or prints it.
 */
export function layOutPartByPart(): void {
  const left = leftParts();
  const end = new AbortController();
  const layOut = (elements: number): void => {
    for (let count = 0; count < elements;) {
      const part = left.shift();
      if (!part) {
        end.abort();
        return;
      }
      part.style.setProperty('content-visibility', 'visible');
      count += 1 + part.getElementsByTagName('*').length;
    }
  };
  const step = (): void => {
    layOut(elementsPerFrame);
    if (!end.signal.aborted) requestAnimationFrame(step);
  };
  for (const event of ['hashchange', 'beforeprint'])
    addEventListener(event, () => layOut(Infinity), { signal: end.signal });
  // Two frames: by then the first view has been painted.
  requestAnimationFrame(() => requestAnimationFrame(step));
}

/** The parts in question, in their order; none where the style sheet leaves none. */
const leftParts = (): HTMLElement[] =>
  [
    ...document.querySelectorAll<HTMLElement>('.prose > *, .scene, main > .page > *, .article-end, .site-footer'),
  ].filter((part) => getComputedStyle(part).getPropertyValue('content-visibility') === 'auto');
