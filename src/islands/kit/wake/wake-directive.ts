import type { ClientDirective } from 'astro';
import { takeUnfolded } from '../../../figures/text/folded-parts.ts';
import { isStill } from './is-still.ts';
import { bringProps } from './late-props.ts';
import { tellReader } from './load-notice.ts';
import { hasNewerPage } from './newer-page.ts';
import { whenIdle } from './when-idle.ts';
import { whenNear } from './when-near.ts';
import { namesFigure } from '../../../parameters/query-pieces.ts';

/*
 * `client:wake`: hydrates an island when a reader turns to it, and not before, so that reading an article to its end
 * costs no JavaScript of its demos. An island wakes
 *   - when a pointer comes over it, with or without something it drags, or the keyboard focus enters it;
 *   - when the page's address names its demo, or words in the text set it;
 *   - when it comes near and engines run it, on a page whose reader has run something before;
 *   - with `client:wake="seen"`, when it first comes into view and the loaded page is idle, unless motion is reduced.
 * Until then it is the static picture that came with the page. What the reader does while it wakes is done again once it is
 * awake: a click is repeated, and a control that was changed reports its value.
 * If its script doesn't come, the figure says so, and each press tries again; a page whose scripts can't come says so at once.
 */

/** How long a reader who pressed something waits for a sign of life. */
const patienceInMs = 3000;

const wake: ClientDirective = (load, { value }, island) => {
  const root = island.querySelector<HTMLElement>('[data-demo]');
  const demo = root?.dataset['demo'] ?? '';
  const clicked: HTMLElement[] = [];
  const changed = new Map<HTMLInputElement | HTMLSelectElement, string>();
  let waking = false;
  let failed = false;

  const start = async (): Promise<void> => {
    if (waking) return;
    waking = true;
    const patience = setTimeout(() => {
      if (clicked.length + changed.size > 0) tellReader(island, 'slow');
    }, patienceInMs);
    await hydrated();
    clearTimeout(patience);
    // Astro tells of a script that didn't come by logging it and handing back a function that does nothing.
    failed = island.hasAttribute('ssr');
    tellReader(island, failed ? 'failed' : undefined);
    if (failed) {
      clicked.length = 0;
      waking = false;
      void tellIfOutdated();
      return;
    }
    // Svelte connects its events in the next microtasks.
    await new Promise((resolve) => setTimeout(resolve));
    for (const type of triggers) island.removeEventListener(type, onTrigger);
    island.removeEventListener('click', holdClick, true);
    island.removeEventListener('input', holdValue, true);
    document.removeEventListener('figure:set', onFigureSet);
    for (const [control, value] of changed) {
      control.value = value;
      for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }));
    }
    for (const target of clicked) target.click();
  };
  const tellIfOutdated = async (): Promise<void> => {
    if ((await hasNewerPage()) && failed) tellReader(island, 'outdated');
  };
  const hydrated = async (): Promise<void> => {
    try {
      await bringProps(island);
      const hydrate = await load();
      takeUnfolded(island);
      await hydrate();
    } catch (error) {
      console.error(error);
    }
  };
  const onTrigger = (event: Event): void => {
    // What failed is tried again when the reader asks for it, not whenever the pointer passes.
    if (!failed || isPress(event)) void start();
  };
  const holdClick = (event: Event): void => {
    const button = (event.target as Element).closest<HTMLElement>('button, [role="option"]');
    if (!button) return;
    event.preventDefault();
    event.stopPropagation();
    // However often a reader pressed while waiting: a second press would undo what the first one started.
    if (!clicked.includes(button)) clicked.push(button);
    void start();
  };
  const holdValue = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) changed.set(target, target.value);
    void start();
  };
  const onFigureSet = (event: Event): void => {
    if ((event as CustomEvent<{ figure: string }>).detail.figure === demo) void start();
  };

  if (origin === 'null') {
    tellReader(island, 'closed');
    return;
  }
  const triggers = ['pointerover', 'pointerdown', 'dragenter', 'focusin', 'keydown'];
  for (const type of triggers) island.addEventListener(type, onTrigger, { passive: true });
  island.addEventListener('click', holdClick, true);
  island.addEventListener('input', holdValue, true);
  document.addEventListener('figure:set', onFigureSet);
  // The island itself has no box; what it holds has.
  if (root && 'engine' in root.dataset) whenNear(root, () => void start());
  if (namesFigure(location.search, demo)) void start();
  else if (value === 'seen' && !isStill()) {
    whenIdle(() => whenSeen(root ?? island, () => void start()));
  }
};

/** Whether an event is a reader's pressing something, with a pointer or a key. */
function isPress(event: Event): boolean {
  return event.type === 'pointerdown' || (event instanceof KeyboardEvent && event.key !== 'Tab');
}

/** Calls once an element reaches into the upper two thirds of the window. */
function whenSeen(element: Element, call: () => void): void {
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      call();
    },
    { rootMargin: '0px 0px -33% 0px' },
  );
  observer.observe(element);
}

export default wake;
