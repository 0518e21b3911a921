import type { Search, SearchIndex } from '../../search/search-index.ts';
import { wordsIn } from '../../search/search-words.ts';
import { searchSentences as sentences } from '../../words/search-sentences.ts';
import { fill } from '../../words/words.ts';
import { loadIndex } from './load-index.ts';
import { resultOption } from './result-option.ts';

const mostResults = 20;

/**
 * The search as a dialog: a field with a list of results. The focus stays in the field; arrows choose, Enter opens, Escape closes.
 *
 * Source: https://www.w3.org/WAI/ARIA/apg/patterns/combobox/ (a list below an editable field)
 */
class SearchDialog {
  readonly #dialog = document.createElement('dialog');
  readonly #field = document.createElement('input');
  readonly #status = document.createElement('p');
  readonly #again = button(sentences.tryAgain, () => void this.#load());
  readonly #list = document.createElement('div');
  #index: SearchIndex | undefined;
  #isBroken = false;
  #chosen = -1;

  constructor() {
    this.#dialog.className = 'search';
    this.#dialog.setAttribute('aria-label', sentences.search);
    const field = this.#field;
    field.type = 'text';
    field.placeholder = sentences.search;
    field.spellcheck = false;
    field.autocomplete = 'off';
    field.enterKeyHint = 'go';
    setAttributes(field, {
      role: 'combobox',
      'aria-label': sentences.search,
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      'aria-controls': 'search-results',
    });
    setAttributes(this.#list, { id: 'search-results', role: 'listbox', 'aria-label': sentences.results });
    this.#status.setAttribute('role', 'status');
    const top = document.createElement('div');
    top.className = 'search-field';
    top.append(
      field,
      button(sentences.close, () => this.#dialog.close()),
    );
    const told = document.createElement('div');
    told.className = 'search-told';
    told.append(this.#status, this.#again);
    this.#dialog.append(top, told, this.#list);
    field.addEventListener('input', () => this.#show());
    field.addEventListener('keydown', (event) => this.#onKey(event));
    // Closed first, so that the focus is back before the page moves to what was found.
    this.#list.addEventListener('click', () => this.#dialog.close());
    this.#dialog.addEventListener('click', ({ target }) => {
      if (target === this.#dialog) this.#dialog.close();
    });
    document.body.append(this.#dialog);
  }

  /** Opens it with what to look for, if anything. */
  open(words: string): void {
    if (words) this.#field.value = words;
    if (!this.#dialog.open) this.#dialog.showModal();
    this.#field.focus();
    this.#field.select();
    void this.#load();
  }

  async #load(): Promise<void> {
    this.#isBroken = false;
    this.#show();
    try {
      this.#index = await loadIndex();
    } catch {
      this.#isBroken = true;
    }
    this.#show();
  }

  #show(): void {
    const query = this.#field.value.trim();
    const search = query && this.#index ? this.#index.search(query, mostResults) : undefined;
    const shown = search?.found ?? (query === '' ? this.#index?.pages(mostResults) : undefined) ?? [];
    this.#list.replaceChildren(...shown.map((found, k) => resultOption(found, `search-result-${k}`)));
    this.#list.scrollTop = 0;
    this.#field.setAttribute('aria-expanded', String(this.#options.length > 0));
    this.#status.textContent = this.#sentence(query, search);
    this.#again.hidden = !this.#isBroken || import.meta.env.DEV;
    this.#choose(search && shown.length > 0 ? 0 : -1);
  }

  #sentence(query: string, search: Search | undefined): string {
    // In `npm run dev` nothing is built.
    if (this.#isBroken)
      return import.meta.env.DEV ? fill(sentences.unbuilt, { command: '`npm start`' }) : sentences.broken;
    if (query === '') return sentences.empty;
    if (!search) return sentences.loading;
    const { found, isNear } = search;
    const [first] = found;
    if (!first) return fill(sentences.nothing, { query });
    if (isNear) return fill(sentences.near, { query, words: wordsIn([...first.words].join(' ')).join(', ') });
    if (found.length === 1) return sentences.one;
    return fill(found.length === mostResults ? sentences.first : sentences.several, { n: found.length });
  }

  #onKey(event: KeyboardEvent): void {
    const last = this.#options.length - 1;
    if (event.isComposing || last < 0) return;
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: this.#chosen === last ? 0 : this.#chosen + 1,
      ArrowUp: this.#chosen <= 0 ? last : this.#chosen - 1,
      PageDown: Math.min(last, this.#chosen + 5),
      PageUp: Math.max(0, this.#chosen - 5),
    };
    const to = moves[event.key];
    if (to !== undefined) {
      event.preventDefault();
      this.#choose(to);
    }
    if (event.key !== 'Enter') return;
    event.preventDefault();
    const { ctrlKey, metaKey, shiftKey } = event;
    this.#options[this.#chosen]?.dispatchEvent(
      new MouseEvent('click', { bubbles: true, cancelable: true, ctrlKey, metaKey, shiftKey }),
    );
  }

  #choose(to: number): void {
    this.#options[this.#chosen]?.setAttribute('aria-selected', 'false');
    this.#chosen = to;
    const option = this.#options[to];
    if (!option) {
      this.#field.removeAttribute('aria-activedescendant');
      return;
    }
    option.setAttribute('aria-selected', 'true');
    option.scrollIntoView({ block: 'nearest' });
    this.#field.setAttribute('aria-activedescendant', option.id);
  }

  get #options(): HTMLCollection {
    return this.#list.children;
  }
}

let dialog: SearchDialog | undefined;

/** Opens the search of the site, with what to look for, if anything. */
export function openSearch(words: string): void {
  dialog ??= new SearchDialog();
  dialog.open(words);
}

function setAttributes(element: Element, attributes: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
}

function button(words: string, press: () => void): HTMLButtonElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'quiet';
  element.textContent = words;
  element.addEventListener('click', press);
  return element;
}
