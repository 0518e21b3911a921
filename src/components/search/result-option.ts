import { excerpt } from '../../search/excerpt.ts';
import type { Found } from '../../search/search-index.ts';
import { searchSentences } from '../../words/search-sentences.ts';
import { fill } from '../../words/words.ts';

const lengthOfExcerpt = 150;

/** What kind of thing a result is, said after its title. */
function kindOf({ passage, page }: Found): string {
  if (passage.kind === 'section') return page.title;
  if (passage.kind === 'figure') return fill(searchSentences.figureIn, { title: page.title });
  if (passage.kind === 'term') return page.title;
  return /(?:^|\/)articles\//.test(page.path) ? searchSentences.article : searchSentences.page;
}

/** A result as an option of the list: a link, so that it can be opened beside the page too. */
export function resultOption(found: Found, id: string): HTMLAnchorElement {
  const { passage, page, words } = found;
  const base = import.meta.env.BASE_URL;
  const option = document.createElement('a');
  option.id = id;
  option.href = `${base}${page.path}${passage.anchor && `#${passage.anchor}`}`;
  option.className = 'search-result';
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', 'false');
  // The field keeps the focus; arrows move through the list.
  option.tabIndex = -1;
  option.append(picture(found), line('result-title', passage.title || page.title, words, 200));
  option.append(line('result-of', kindOf(found), new Set(), 200));
  if (passage.text) option.append(line('result-text', passage.text, words, lengthOfExcerpt));
  return option;
}

function line(className: string, text: string, words: ReadonlySet<string>, length: number): HTMLElement {
  const element = document.createElement('span');
  element.className = className;
  for (const { text: piece, isSought } of excerpt(text, words, length)) {
    const mark = document.createElement('mark');
    mark.textContent = piece;
    element.append(isSought ? mark : piece);
  }
  return element;
}

/** The picture of the result's article; a sign for what has none. */
function picture({ passage, page: { picture: name } }: Found): HTMLElement {
  const holder = document.createElement('span');
  holder.className = 'result-picture';
  if (name === undefined) {
    holder.textContent = passage.kind === 'term' ? 'Aa' : '¶';
    holder.setAttribute('aria-hidden', 'true');
    return holder;
  }
  const image = document.createElement('img');
  const { scheme: chosen } = document.documentElement.dataset;
  const isDark = chosen === undefined ? matchMedia('(prefers-color-scheme: dark)').matches : chosen === 'dark';
  image.alt = '';
  image.width = 72;
  image.height = 45;
  image.src = `${import.meta.env.BASE_URL}search/${name}-${isDark ? 'dark' : 'light'}.webp`;
  // What does not come leaves its place empty.
  image.addEventListener('error', () => image.remove());
  holder.append(image);
  return holder;
}
