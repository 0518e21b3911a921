import { forgetGuesses, keptGuess, onForgotten } from './guess-store.ts';
import { saidInWords } from './guess-words.ts';

/** `<guess-list>`: writes what the reader said into the list of all guesses, see `GuessList.astro`, and forgets it when asked to. */
export class GuessList extends HTMLElement {
  #stop = (): void => undefined;

  connectedCallback(): void {
    this.#stop = onForgotten(() => this.#show());
    this.querySelector('button')?.addEventListener('click', forgetGuesses);
    this.#show();
  }

  disconnectedCallback(): void {
    this.#stop();
  }

  #show(): void {
    for (const row of this.querySelectorAll<HTMLElement>('[data-guessed]')) {
      const kept = keptGuess(row.dataset['guessed'] ?? '');
      const yours = row.querySelector('dd');
      if (!yours) continue;
      yours.textContent = kept === undefined ? 'not yet' : saidInWords(kept, row.dataset);
      yours.classList.toggle('said', kept !== undefined && kept !== null);
    }
  }
}
