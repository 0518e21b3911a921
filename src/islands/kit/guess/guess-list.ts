import { forgetGuesses, keptGuess, onForgotten } from './guess-store.ts';
import { saidInWords } from './guess-words.ts';

/**
 * `<guess-list>`: writes what the reader said into the list of all guesses, see `GuessList.astro`, and forgets it when asked to. What
 * came out is kept from those who have yet to guess, until they ask for it.
 */
export class GuessList extends HTMLElement {
  #stop = (): void => undefined;

  connectedCallback(): void {
    this.#stop = onForgotten(() => {
      this.#showAnswers(false);
      this.#show();
    });
    this.querySelector('[data-forget]')?.addEventListener('click', forgetGuesses);
    this.querySelector('[data-show-answers]')?.addEventListener('click', () =>
      this.#showAnswers(!this.hasAttribute('data-shown')),
    );
    this.#show();
  }

  disconnectedCallback(): void {
    this.#stop();
  }

  #showAnswers(shown: boolean): void {
    this.toggleAttribute('data-shown', shown);
    const button = this.querySelector('[data-show-answers]');
    if (button) button.textContent = shown ? 'Hide it again' : 'Show all of it';
  }

  #show(): void {
    for (const row of this.querySelectorAll<HTMLElement>('[data-guessed]')) {
      const kept = keptGuess(row.dataset['guessed'] ?? '');
      row.toggleAttribute('data-solved', kept !== undefined);
      const yours = row.querySelector('dd');
      if (!yours) continue;
      yours.textContent = kept === undefined ? 'not yet' : saidInWords(kept, row.dataset);
      yours.classList.toggle('said', kept !== undefined && kept !== null);
    }
  }
}
