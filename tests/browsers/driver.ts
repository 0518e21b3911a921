import type { Wire } from './wire.ts';

/**
 * A reader at a browser: the same verbs for every browser there is a wire to.
 *
 * Elements are named by a CSS selector and, where that is not enough, by a text that they hold; meant is the first that is
 * shown. Verbs that need an element wait for it, and say so if it doesn't come.
 */
export interface Driver {
  /** Opens a page of the site at a width in CSS pixels. */
  readonly open: (path: string, width: number) => Promise<void>;
  /** Gives the open page another width. */
  readonly resize: (width: number) => Promise<void>;
  /** Moves the pointer onto an element. */
  readonly hover: (css: string, text?: string) => Promise<void>;
  /** Presses the mouse on an element that is shown, enabled and covered by nothing. */
  readonly click: (css: string, text?: string) => Promise<void>;
  /** Presses a key where the focus is; puts the focus on an element first if one is named. */
  readonly press: (key: keyof typeof keys, css?: string) => Promise<void>;
  /** The text of an element, without spaces around it. */
  readonly text: (css: string) => Promise<string>;
  /** An attribute of an element, or nothing if it has none. */
  readonly attribute: (css: string, name: string) => Promise<string | undefined>;
  /** An attribute of every element that the selector finds; empty where it's missing. */
  readonly attributes: (css: string, name: string) => Promise<readonly string[]>;
  /** How many elements are shown that the selector, and the text if one is given, find. */
  readonly count: (css: string, text?: string) => Promise<number>;
  /** By how many pixels the page can be scrolled sideways. */
  readonly overflow: () => Promise<number>;
  /** What has gone wrong in the page since it was opened. */
  readonly errors: () => Promise<readonly string[]>;
  /** What the open page has told its reader in passing, in the order of time. */
  readonly told: () => Promise<readonly string[]>;
  /** Waits until something is so; the sentence says what was waited for. */
  readonly until: (sentence: string, holds: () => Promise<boolean>, seconds?: number) => Promise<void>;
}

/** Keys without a character of their own, as WebDriver writes them. */
const keys = { Enter: '\uE007', Tab: '\uE004', Space: ' ', ArrowRight: '\uE014', ArrowLeft: '\uE012' };

/** A point of the view, or what keeps the pointer from being there. */
type Point = { readonly x: number; readonly y: number } | { readonly why: string };

/** The verbs of a browser at the end of a wire, on the site at `origin`. */
export function drive(wire: Wire, origin: string): Driver {
  /** Calls a function in the page. It is sent as text: it may use its arguments and what pages have, and nothing else. */
  const ask = async <Args extends readonly unknown[], Result>(
    ask: (...args: Args) => Result,
    ...args: Args
  ): Promise<Result> =>
    JSON.parse(await wire.evaluate(`JSON.stringify((${String(ask)})(...${JSON.stringify(args)}) ?? null)`)) as Result;

  const until: Driver['until'] = async (sentence, holds, seconds = 20) => {
    for (const end = performance.now() + 1000 * seconds; !(await holds());) {
      if (performance.now() > end) throw new Error(`Waited ${seconds} s in vain until ${sentence}.`);
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  };
  const nameOf = (css: string, text: string): string => (text ? `${css} with "${text}"` : css);
  const pointAt = async (css: string, text: string, mustTake: boolean): Promise<{ x: number; y: number }> => {
    let why = '';
    let point = { x: 0, y: 0 };
    const holds = async (): Promise<boolean> => {
      const found = await ask(pointOf, css, text, mustTake);
      if ('why' in found) why = found.why;
      else point = found;
      return !('why' in found);
    };
    await until(`${nameOf(css, text)} can be pointed at`, holds).catch((error: unknown) => {
      throw new Error(`${String(error)} It ${why}.`);
    });
    return point;
  };
  const point = (moves: readonly { x: number; y: number }[], presses: boolean): Promise<void> => {
    const press = [
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ] as const;
    const actions = [...moves.map(({ x, y }) => ({ type: 'pointerMove', x, y }) as const), ...(presses ? press : [])];
    return wire.act([{ type: 'pointer', id: 'mouse', actions }]);
  };

  return {
    open: async (path, width) => {
      await ask(() => document.documentElement.setAttribute('data-left', ''));
      await wire.open(`${origin}${path}`, width);
      // A browser may say too early that the page is there, and machines that do much else are slow to load it: by then a figure may
      // have written into the address what differs from its defaults, and nothing else.
      const { pathname } = new URL(path, origin);
      let now = '';
      const isThere = async (): Promise<boolean> => {
        now = await ask(() =>
          document.documentElement.hasAttribute('data-left')
            ? 'the page before'
            : `${document.readyState} ${location.pathname}`,
        );
        return now === `complete ${pathname}`;
      };
      await until(`${path} is there`, isThere, 60).catch((error: unknown) => {
        throw new Error(`${String(error)} It stands at ${now}.`);
      });
    },
    resize: wire.resize,
    // From outside, so that the pointer enters also what was scrolled below it.
    hover: async (css, text = '') => point([{ x: 0, y: 0 }, await pointAt(css, text, false)], false),
    click: async (css, text = '') => point([await pointAt(css, text, true)], true),
    press: async (key, css) => {
      if (css !== undefined) await ask((css) => document.querySelector<HTMLElement>(css)?.focus(), css);
      const actions = (['keyDown', 'keyUp'] as const).map((type) => ({ type, value: keys[key] }));
      await wire.act([{ type: 'key', id: 'keyboard', actions }]);
    },
    text: (css) => ask((css) => document.querySelector(css)?.textContent.trim() ?? '', css),
    attribute: async (css, name) =>
      (await ask((css, name) => document.querySelector(css)?.getAttribute(name), css, name)) ?? undefined,
    attributes: (css, name) =>
      ask(
        (css, name) => [...document.querySelectorAll(css)].map((element) => element.getAttribute(name) ?? ''),
        css,
        name,
      ),
    count: (css, text = '') =>
      ask(
        (css, text) =>
          [...document.querySelectorAll(css)].filter(
            (element) => element.getClientRects().length > 0 && element.textContent.includes(text),
          ).length,
        css,
        text,
      ),
    overflow: () => ask(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
    errors: () => ask(() => (window as unknown as { faults: string[] }).faults),
    told: () => ask(() => (window as unknown as { told: string[] }).told),
    until,
  };
}

/** Runs in the page: scrolls to an element and gives the middle of it, or why it can't be pointed at. */
function pointOf(css: string, text: string, mustTake: boolean): Point {
  const element = [...document.querySelectorAll(css)].find(
    (one) => one.getClientRects().length > 0 && one.textContent.includes(text),
  );
  if (!element) return { why: 'is not in the page, or not shown' };
  if (element.matches(':disabled, [aria-disabled="true"]')) return { why: 'is disabled' };
  // What lies over the page is scrolled by itself: a sheet closes when the page moves on below it.
  let over: Element | null = element;
  while (over && getComputedStyle(over).position !== 'fixed') over = over.parentElement;
  const box = element.getBoundingClientRect();
  const sheet = over?.getBoundingClientRect();
  if (over && sheet) over.scrollTop += box.top + box.height / 2 - (sheet.top + sheet.height / 2);
  else element.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  const { left, top, width, height } = element.getClientRects()[0] as DOMRect;
  const x = Math.round(left + width / 2);
  const y = Math.round(Math.min(Math.max(top + height / 2, 1), innerHeight - 1));
  const hit = document.elementFromPoint(x, y);
  if (mustTake && !element.contains(hit)) return { why: `is covered by ${hit?.outerHTML.slice(0, 120) ?? 'nothing'}` };
  return { x, y };
}
