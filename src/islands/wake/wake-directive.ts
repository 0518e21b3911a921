import type { ClientDirective } from 'astro';

/*
 * `client:wake`: hydrates an island when a reader turns to it, and not before, so that reading an article to its end
 * costs no JavaScript of its demos. An island wakes
 *   - when a pointer comes over it, with or without something it drags, or the keyboard focus enters it;
 *   - when the page's address names its demo, or words in the text set it.
 * Until then it is the static picture that came with the page. What the reader does while it wakes is done again once it is
 * awake: a click is repeated, and a control that was changed reports its value.
 */
const wake: ClientDirective = (load, _options, island) => {
  const demo = island.querySelector<HTMLElement>('[data-demo]')?.dataset['demo'] ?? '';
  const clicked: HTMLElement[] = [];
  const changed = new Map<HTMLInputElement | HTMLSelectElement, string>();
  let waking = false;

  const start = async (): Promise<void> => {
    if (waking) return;
    waking = true;
    const hydrate = await load();
    await hydrate();
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
  const onTrigger = (): void => void start();
  const holdClick = (event: Event): void => {
    const button = (event.target as Element).closest<HTMLElement>('button');
    if (!button) return;
    event.preventDefault();
    event.stopPropagation();
    clicked.push(button);
    void start();
  };
  const holdValue = ({ target }: Event): void => {
    if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement) changed.set(target, target.value);
    void start();
  };
  const onFigureSet = (event: Event): void => {
    if ((event as CustomEvent<{ figure: string }>).detail.figure === demo) void start();
  };

  const triggers = ['pointerover', 'pointerdown', 'dragenter', 'focusin', 'keydown'];
  for (const type of triggers) island.addEventListener(type, onTrigger, { passive: true });
  island.addEventListener('click', holdClick, true);
  island.addEventListener('input', holdValue, true);
  document.addEventListener('figure:set', onFigureSet);
  if (location.search.includes(`${demo}.`)) void start();
};

export default wake;
