import type { Page } from '@playwright/test';

/**
 * Looks, in a page whose figures are awake, for figures whose plot and dock do not fit one window together, and presses all words
 * that set a figure: at least four fifths of its plot must then be seen.
 * Returns what a reader can't see together, each with its measure.
 *
 * Motion is reduced meanwhile, so that scrolling has ended when it is measured.
 */
export async function apartInWindow(page: Page): Promise<string[]> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const size = page.viewportSize();
  const figures = await tooTall(page);
  // The smallest phone, in the visit that there is.
  if (size && size.width < 600) {
    await page.setViewportSize({ width: 360, height: 740 });
    figures.push(...(await tooTall(page)));
    await page.setViewportSize(size);
  }
  // Words in an answer are hidden until it is guessed or shown.
  await page.evaluate(() => {
    for (const show of document.querySelectorAll<HTMLElement>('[data-just-show]')) show.click();
  });
  const words = await page.evaluate(async () => {
    // A page that is busy in software draws few frames.
    const aMoment = (): Promise<unknown> =>
      Promise.race([new Promise(requestAnimationFrame), new Promise((resolve) => setTimeout(resolve, 50))]);
    const shareSeen = (figure: string): number => {
      const plots = Array.from(document.querySelectorAll(`[data-demo="${figure}"] [data-plot]`));
      const areas = plots.map((plot) => {
        const { top, bottom, height } = plot.getBoundingClientRect();
        return { height, seen: Math.max(0, Math.min(bottom, innerHeight) - Math.max(top, 0)) };
      });
      const sum = (of: (area: { height: number; seen: number }) => number): number =>
        areas.reduce((total, area) => total + of(area), 0);
      return sum((area) => area.seen) / sum((area) => area.height);
    };
    const amiss: string[] = [];
    for (const word of document.querySelectorAll<HTMLElement>('set-figure')) {
      for (let fold = word.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
        fold.open = true;
      word.scrollIntoView({ block: 'center', behavior: 'instant' });
      const link = word.querySelector('a') as HTMLElement;
      const { left, top, width, height } = link.getClientRects()[0] ?? new DOMRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      if (!link.contains(hit))
        amiss.push(`${link.textContent}: covered by ${hit?.outerHTML.slice(0, 80) ?? 'nothing'}`);
      link.click();
      // What is scrolled into view stands there in the frame after the next; what is drawn anew, when it has been computed.
      for (let moment = 0; moment < 2; moment += 1) await aMoment();
      const end = performance.now() + 5000;
      const figure = word.dataset['figure'] ?? '';
      while (!(shareSeen(figure) >= 0.8) && performance.now() < end) await aMoment();
      const seen = shareSeen(figure);
      if (!(seen >= 0.8)) amiss.push(`${link.textContent}: ${Math.round(seen * 100)} %`);
    }
    return amiss;
  });
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  return [...figures, ...words];
}

/** The figures whose plot and dock do not fit the window together, and those that have no plot. */
async function tooTall(page: Page): Promise<string[]> {
  const figures = await page.evaluate(() =>
    Array.from(document.querySelectorAll<HTMLElement>('[data-demo]')).map((demo) => {
      const parts = Array.from(demo.querySelectorAll<HTMLElement>('[data-plot], [data-dock]'));
      const boxes = parts.map((part) => part.getBoundingClientRect()).filter(({ height }) => height > 0);
      const top = Math.min(...boxes.map((box) => box.top));
      const bottom = Math.max(...boxes.map((box) => box.bottom));
      const name = demo.dataset['demo'] ?? '';
      const hasPlot = demo.querySelector('[data-plot]') !== null;
      if (!hasPlot) return `${name}: no plot`;
      return bottom - top > innerHeight
        ? `${name}: plot and dock take ${Math.round(bottom - top)} of ${innerHeight}`
        : '';
    }),
  );
  return figures.filter((one) => one !== '');
}
