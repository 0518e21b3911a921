import { figureWords } from '../../../words/figure-words.ts';
import { tellFigure } from '../demo/set-figure.ts';
import { namesFigure } from '../../../parameters/query-pieces.ts';
import { onStillness } from '../wake/is-still.ts';
import { layoutOf, lines, type StageLayout } from './layout.ts';
import { watchScenes } from './scene-line.ts';
import { touchedControl, touches } from './touched-control.ts';

/** In the state of the page's history: the figure that its scenes, and not the reader, have set to what the address says. */
const storyKey = 'story';

/**
 * A stage: the scene at the line sets the figure, until the reader touches something that the scene does not ask for, or words
 * elsewhere in the text set it. A button then leads back to the scene at the line. Nothing here scrolls.
 */
export class FigureStage extends HTMLElement {
  #layout: StageLayout = 'plain';
  #stop: (() => void) | undefined;
  /** Whether scenes set the figure. */
  #isStory = true;
  /** The scene at the line, and the one whose settings the figure has. */
  #current: HTMLElement | undefined;
  #shown: HTMLElement | undefined;
  /** The words in a scene that have changed what it shows, and where the page was scrolled to then. */
  #pressed: HTMLElement | undefined;
  #pressedAt = 0;
  /** Whether the figure shows what the page came with: what the first scene sets. */
  #isAsPublished = true;
  /** Whether it is this stage that sets the figure now. */
  #isTelling = false;
  readonly #back = document.createElement('button');

  connectedCallback(): void {
    this.#isAsPublished = !namesFigure(location.search, this.#figure);
    this.#isStory = this.#isAsPublished || pageState()[storyKey] === this.#figure;
    const figure = this.querySelector(':scope > figure');
    for (const type of touches) figure?.addEventListener(type, (event) => this.#touch(event), { capture: true });
    this.addEventListener('click', (event) => this.#pressWords(event), { capture: true });
    for (const type of ['submit', 'click']) this.addEventListener(type, (event) => this.#answer(event));
    document.addEventListener('figure:set', (event) => this.#hear(event));
    this.#addBack();
    addEventListener('resize', () => this.#layOut());
    // The style sheet leaves a stage out where motion is not wanted.
    onStillness(() => this.#layOut());
    this.#layOut();
  }

  get #figure(): string {
    return this.dataset['figure'] ?? '';
  }

  get #scenes(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>(':scope > [data-scene]')];
  }

  #addBack(): void {
    this.#back.type = 'button';
    this.#back.className = 'stage-back';
    this.#back.append(
      figureWords.yourSettings,
      Object.assign(document.createElement('strong'), { textContent: figureWords.backToStory }),
    );
    this.#back.addEventListener('click', () => this.#returnToStory());
    this.append(this.#back);
    this.#tellMode();
  }

  /** Follows the style sheet: another layout has another line. */
  #layOut(): void {
    const layout = layoutOf(this);
    if (layout === this.#layout) return;
    this.#layout = layout;
    this.#stop?.();
    this.#stop = undefined;
    this.#markScene(undefined);
    this.#tellMode();
    if (layout === 'plain') return;
    // Below the pinned plot there is no room for it, and beside it its words say the same: it closes the stage.
    const caption = this.querySelector(':scope > figure > figcaption');
    if (caption) this.#scenes.at(-1)?.after(closing(caption));
    // Until a scene comes to the line, the first is the one to read.
    this.#markScene(this.#scenes[0]);
    this.#stop = watchScenes(
      this.#scenes,
      lines[layout],
      (scene) => this.#markScene(scene),
      (scene) => {
        if (this.#isStory) this.#show(scene);
      },
    );
  }

  #markScene(scene: HTMLElement | undefined): void {
    this.#current?.removeAttribute('data-current');
    this.#current = scene;
    scene?.setAttribute('data-current', '');
  }

  #show(scene: HTMLElement): void {
    if (scene === this.#shown) return;
    // A busy page may hear of a scene only after the reader has pressed words there, and has not read on since.
    if (this.#pressed && scrollY === this.#pressedAt) return;
    this.#shown = scene;
    // Words of this scene that were pressed before it had come to rest stay pressed.
    if (scene.contains(this.#pressed ?? null)) return;
    this.#press(undefined);
    // Nothing is loaded for what is there already.
    const isThere = this.#isAsPublished && scene.dataset['set'] === this.#scenes[0]?.dataset['set'];
    if (!isThere) this.#set(settingsOf(scene));
  }

  #set(set: string | undefined): void {
    if (set === undefined) return;
    this.#isAsPublished = false;
    this.#isTelling = true;
    tellFigure(this.#figure, Object.fromEntries(new URLSearchParams(set)));
    this.#isTelling = false;
    this.#tellMode();
  }

  #touch(event: Event): void {
    const control = touchedControl(event);
    if (control === undefined) return;
    this.#isAsPublished = false;
    if (!this.#isStory || this.#layout === 'plain') return;
    if (!this.#invites(control)) this.#letGo();
  }

  #letGo(): void {
    this.#isStory = false;
    this.#shown = undefined;
    this.#press(undefined);
    this.#tellMode();
  }

  #returnToStory(): void {
    this.#isStory = true;
    this.#tellMode();
    const scene = this.#current ?? this.#scenes[0];
    if (!scene) return;
    this.#shown = scene;
    this.#set(settingsOf(scene));
    // The button goes with what it led back from.
    this.querySelector<HTMLElement>('[data-dock] button')?.focus({ preventScroll: true });
  }

  /** Words in a scene set the figure for as long as the scene lasts; pressed again, they give it back. */
  #pressWords(event: MouseEvent): void {
    if (this.#layout === 'plain' || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const words = (event.target as Element).closest<HTMLElement>('set-figure');
    const scene = words?.closest<HTMLElement>('[data-scene]');
    if (!words || !scene || words.dataset['figure'] !== this.#figure) return;
    event.preventDefault();
    event.stopPropagation();
    this.#isStory = true;
    const isReleased = words === this.#pressed;
    this.#press(isReleased ? undefined : words);
    this.#shown = this.#current ?? scene;
    // Words build upon what their scene sets, whatever the reader did meanwhile.
    this.#set(settingsOf(scene));
    if (!isReleased) this.#set(words.dataset['set']);
  }

  /** The reader has answered what a scene asks, or asked to see: the figure shows it. */
  #answer({ target, type }: Event): void {
    if (this.#layout === 'plain' || !(target instanceof Element)) return;
    const scene = target.closest<HTMLElement>('[data-scene][data-answer]');
    if (!scene || (type === 'click' && !target.closest('[data-just-show]'))) return;
    this.#isStory = true;
    this.#shown = scene;
    // The guess itself hears of it now.
    setTimeout(() => this.#set(settingsOf(scene)));
  }

  #press(words: HTMLElement | undefined): void {
    const linkOf = (element: HTMLElement | undefined): Element | null | undefined => element?.querySelector('a');
    linkOf(this.#pressed)?.removeAttribute('aria-current');
    this.#pressed = words;
    this.#pressedAt = scrollY;
    linkOf(words)?.setAttribute('aria-current', 'true');
  }

  /** Words elsewhere in the text have set the figure, or a formula that the scene does not ask the reader to turn. */
  #hear(event: Event): void {
    const { figure, set } = (event as CustomEvent<{ figure: string; set: Record<string, string> }>).detail;
    if (figure === this.#figure) this.#isAsPublished = false;
    if (figure === this.#figure && !this.#isTelling && !Object.keys(set).every((key) => this.#invites(key)))
      this.#letGo();
  }

  #invites(control: string): boolean {
    return this.#current?.dataset['invites']?.split(' ').includes(control) ?? false;
  }

  #tellMode(): void {
    this.#back.hidden = this.#isStory || this.#layout === 'plain';
    const isStory = this.#isStory && this.#layout !== 'plain';
    history.replaceState({ ...pageState(), [storyKey]: isStory ? this.#figure : undefined }, '');
  }
}

/** What a scene sets: what it asks about, or what answers it where its guess was made. */
function settingsOf(scene: HTMLElement): string | undefined {
  const { set, answer } = scene.dataset;
  return answer !== undefined && scene.querySelector('[data-guess][data-state="shown"]') ? answer : set;
}

const pageState = (): Record<string, unknown> => (history.state as Record<string, unknown> | null) ?? {};

/** A caption that stands apart from its figure, and looks as if it did not. */
function closing(caption: Element): HTMLElement {
  const place = document.createElement('div');
  place.className = 'figure stage-caption';
  place.append(caption);
  return place;
}
