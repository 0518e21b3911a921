import { keepReading, keptReading, onReadingChanged, type Reading } from './kept-reading.ts';
import { watchSections } from './section-being-read.ts';

/** Whoever stays this long at a section reads it; others pass. */
const dwellMs = 2000;

/**
 * `<reading-place>`: keeps where in an article its reader is and which sections were read, marks these in the list of contents, and
 * offers to go on there when the reader comes back to the article's beginning. It never scrolls by itself. See `ReadingPlace.astro`.
 */
export class ReadingPlace extends HTMLElement {
  /** The sections, by the ids of their headings, and what they are called: as the list of contents has them. */
  readonly #sections = new Map(
    Array.from(document.querySelectorAll<HTMLAnchorElement>('nav.contents a'), (link) => [
      idOf(link),
      link.textContent,
    ]),
  );
  #dwelling: ReturnType<typeof setTimeout> | undefined;
  /** Whether the end was reached since the page was opened: looking back from there is not reading on. */
  #ended = false;
  /** Whether a work or a note is looked up at the end: who comes from a citation has not read that far. */
  #looksUp = false;

  connectedCallback(): void {
    if (this.#sections.size === 0) return;
    this.#offerAfterLoad();
    watchSections([...this.#sections.keys()], (id) => {
      clearTimeout(this.#dwelling);
      if (id !== undefined && !this.#looksUp) this.#dwelling = setTimeout(() => this.#keep(id), dwellMs);
    });
    const end = document.querySelector('.article-end');
    if (end) {
      new IntersectionObserver((entries) => this.#seeEnd(entries)).observe(end);
      document.addEventListener('click', (event) => this.#followLink(event, end));
    }
    const mark = (): void => this.#markContents();
    onReadingChanged(mark);
    // What is folded comes as soon as it is unfolded.
    document.addEventListener('toggle', () => setTimeout(mark), { capture: true });
    mark();
  }

  get #path(): string {
    return this.dataset['article'] ?? '';
  }

  get #kept(): Reading {
    const kept = keptReading(this.#path);
    const read = kept?.read.filter((id) => this.#sections.has(id)) ?? [];
    return { at: kept?.at ?? null, ended: kept?.ended ?? false, read, of: this.#sections.size };
  }

  #keep(id: string): void {
    const { read, ...rest } = this.#kept;
    keepReading(this.#path, {
      ...rest,
      at: this.#ended ? null : id,
      read: read.includes(id) ? read : [...read, id],
    });
  }

  #followLink({ target, defaultPrevented }: MouseEvent, end: Element): void {
    const link = target instanceof Element ? target.closest<HTMLAnchorElement>('.prose a[href^="#"]') : null;
    if (!link || defaultPrevented || end.contains(link)) return;
    this.#looksUp = end.contains(document.getElementById(idOf(link)));
  }

  #seeEnd(entries: readonly IntersectionObserverEntry[]): void {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) {
      this.#looksUp = false;
      return;
    }
    if (this.#looksUp) return;
    this.#ended = true;
    keepReading(this.#path, { ...this.#kept, at: null, ended: true });
  }

  #markContents(): void {
    const { read } = this.#kept;
    for (const link of document.querySelectorAll<HTMLAnchorElement>(':is(.contents, .contents-fold) a'))
      link.toggleAttribute('data-read', read.includes(idOf(link)));
  }

  #offerAfterLoad(): void {
    const { at } = this.#kept;
    if (at === null || !this.#sections.has(at)) return;
    // A browser that brings a reader back to where the page was left does so until then.
    const offer = (): unknown => setTimeout(() => this.#offer(at));
    if (document.readyState === 'complete') offer();
    else addEventListener('load', offer, { once: true });
  }

  #offer(id: string): void {
    if (location.hash !== '' || scrollY > innerHeight / 2) return;
    const template = this.querySelector('template');
    const head = document.querySelector('.article-head');
    if (!template || !head) return;
    head.prepend(document.importNode(template.content, true));
    const offer = head.querySelector<HTMLElement>('.reading-offer');
    const link = offer?.querySelector('a');
    const name = link?.querySelector('strong');
    if (!offer || !link || !name) return;
    const close = (): void => {
      const hadFocus = offer.contains(document.activeElement);
      offer.remove();
      if (hadFocus) document.getElementById('main')?.focus({ preventScroll: true });
    };
    link.hash = id;
    name.textContent = this.#sections.get(id) ?? '';
    // The link does what links do first.
    link.addEventListener('click', () => setTimeout(close));
    offer.querySelector('button')?.addEventListener('click', close);
    offer.addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') close();
    });
  }
}

/** The id that a link of the contents leads to. */
const idOf = (link: HTMLAnchorElement): string => decodeURIComponent(link.hash.slice(1));
