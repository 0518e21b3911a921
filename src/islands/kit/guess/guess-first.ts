import { figureWords } from '../../../words/figure-words.ts';
import { fill } from '../../../words/words.ts';
import { namesFigure } from '../../../parameters/query-pieces.ts';
import { onFigureSet } from '../demo/on-figure-set.ts';
import { nextStanding, unguessed } from './guess-standing.ts';
import { keepGuess, keptGuess, onForgotten, type Said } from './guess-store.ts';
import { numberInWords } from './guess-words.ts';
import { pencilOver, type Pencil } from './pencil.ts';

/**
 * `<guess-first>`: asks a question before the figure behind it shows what came out, see `Guess.astro`. Its attribute `data-state`
 * says how the guess stands; while it is not `shown`, the page's style hides of the figure what is no axis.
 */
export class GuessFirst extends HTMLElement {
  #now = unguessed;
  #pencil: Pencil | undefined;
  readonly #stops: (() => void)[] = [];

  connectedCallback(): void {
    const kept = keptGuess(this.#id);
    if (kept !== undefined) {
      if (kept !== null) this.#happens({ is: 'said', said: kept });
      this.#happens(kept === null ? { is: 'just-show' } : { is: 'see' });
    }
    const figure = this.#figure;
    if (figure) {
      const solve = (): void => this.#happens({ is: 'solved' });
      if (location.hash === `#${figure.id}` || namesFigure(location.search, figure.id)) solve();
      this.#stops.push(onFigureSet(figure.id, solve), onRun(figure, solve));
    }
    const { on = '', over, nth } = this.dataset;
    const drawnOn = document.getElementById(on);
    if (drawnOn) this.#pencil = pencilOver(drawnOn, over === 'plane' ? 'plane' : 'plot', Number(nth));
    this.#followScene();
    this.#stops.push(onForgotten(() => this.#happens({ is: 'forgotten' })));
    this.addEventListener('submit', this.#see);
    this.addEventListener('click', this.#justShow);
    for (const type of ['input', 'change', 'pointerup', 'keydown']) this.addEventListener(type, this.#choose);
    this.#show();
  }

  disconnectedCallback(): void {
    for (const stop of this.#stops.splice(0)) stop();
    this.#pencil?.clear();
  }

  /** In a scene of a stage the figure shows what is asked only as long as the scene lasts, and so does the pencil. */
  #followScene(): void {
    const scene = this.closest<HTMLElement>('[data-scene]');
    const pencil = this.#pencil;
    if (!scene || !pencil) return;
    const follow = (): void => pencil.show('current' in scene.dataset);
    const observer = new MutationObserver(follow);
    observer.observe(scene, { attributeFilter: ['data-current'] });
    this.#stops.push(() => observer.disconnect());
    follow();
  }

  get #id(): string {
    return this.dataset['guess'] ?? '';
  }

  get #figure(): HTMLElement | null {
    return document.getElementById(this.dataset['figure'] ?? '');
  }

  #happens(event: Parameters<typeof nextStanding>[1]): void {
    this.#now = nextStanding(this.#now, event);
    this.#show();
  }

  /** Whoever means the value that a slider stands at moves nothing, and still says so: by touching it, or with a key. */
  readonly #choose = (event: Event): void => {
    const control = event.target;
    if (!(control instanceof HTMLInputElement) || (event instanceof KeyboardEvent && event.key === 'Tab')) return;
    if (control.type === 'range') this.#happens({ is: 'said', said: control.valueAsNumber });
    else if (control.checked) this.#happens({ is: 'said', said: saidBy(control) });
  };

  readonly #see = (event: Event): void => {
    event.preventDefault();
    if (this.#now.state !== 'set' || this.#now.said === undefined) return;
    keepGuess(this.#id, this.#now.said);
    this.#happens({ is: 'see' });
    this.#goOn();
  };

  readonly #justShow = (event: Event): void => {
    if (!(event.target as Element).closest('[data-just-show]')) return;
    keepGuess(this.#id, null);
    this.#happens({ is: 'just-show' });
    this.#goOn();
  };

  /** The buttons are gone, and with them the place of a reader at the keyboard. */
  #goOn(): void {
    this.querySelector<HTMLElement>('.guess-told')?.focus({ preventScroll: true });
  }

  #show(): void {
    const { state, said } = this.#now;
    this.dataset['state'] = state;
    const see = this.querySelector<HTMLButtonElement>('[type=submit]');
    if (see) see.disabled = state !== 'set';
    for (const radio of this.querySelectorAll<HTMLInputElement>('[type=radio]'))
      radio.checked = said !== undefined && JSON.stringify(saidBy(radio)) === JSON.stringify(said);
    for (const output of this.querySelectorAll('output'))
      output.textContent = typeof said === 'number' ? this.#inWords(said) : '?';
    for (const range of this.querySelectorAll<HTMLInputElement>('[type=range]')) {
      range.value = typeof said === 'number' ? String(said) : range.defaultValue;
      range.setAttribute('aria-valuetext', this.#inWords(range.valueAsNumber));
    }
    this.#tell(said);
    this.#draw(said);
  }

  /** Says in what was told what the reader had said. */
  #tell(said: Said | undefined): void {
    const line = this.querySelector('.guess-said > span');
    if (!line) return;
    const came = this.dataset['came'] ?? '';
    if (typeof said === 'string')
      line.textContent = fill(said === came ? figureWords.youSaidRight : figureWords.youSaidOtherwise, {
        said: this.#nameOf(said),
      });
    else if (typeof said === 'number') line.textContent = fill(figureWords.youSaid, { said: this.#inWords(said) });
    else line.textContent = said ? figureWords.lineStays : '';
    const mark = this.querySelector<HTMLElement>('.guess-axis .said');
    const range = this.querySelector<HTMLInputElement>('[type=range]');
    if (!mark || !range) return;
    mark.hidden = typeof said !== 'number';
    if (typeof said !== 'number') return;
    const [least, most] = [Number(range.min), Number(range.max)];
    mark.style.setProperty('inset-inline-start', `${(100 * (said - least)) / (most - least)}%`);
  }

  #draw(said: Said | undefined): void {
    const pencil = this.#pencil;
    if (!pencil) return;
    if (typeof said === 'number') pencil.draw(said, fill(figureWords.youNumber, { said: this.#inWords(said) }));
    else if (typeof said === 'object') pencil.draw(said, figureWords.you);
    else pencil.clear();
    if (this.dataset['kind'] !== 'line') return;
    if (this.#now.state === 'shown') pencil.rest();
    else pencil.ask((values) => this.#happens({ is: 'said', said: values }));
  }

  #nameOf(value: string): string {
    const radio = [...this.querySelectorAll<HTMLInputElement>('[type=radio]')].find((one) => one.value === value);
    return radio?.parentElement?.textContent.trim() ?? value;
  }

  #inWords(value: number): string {
    return numberInWords(value, this.dataset);
  }
}

/** What choosing a radio says: its value, or the line that it names. */
function saidBy(radio: HTMLInputElement): Said {
  const { line } = radio.dataset;
  return line === undefined ? radio.value : line.split(' ').map(Number);
}

/** Calls back once anything is run in a figure. Returns the way to stop. */
function onRun(figure: HTMLElement, act: () => void): () => void {
  const atRest = (demo: Element): boolean => demo.getAttribute('data-state') === 'idle';
  const observer = new MutationObserver((changes) => {
    if (changes.some(({ target }) => target instanceof Element && !atRest(target))) act();
  });
  const demo = figure.querySelector('[data-demo]');
  if (demo) observer.observe(demo, { attributeFilter: ['data-state'] });
  return () => observer.disconnect();
}
