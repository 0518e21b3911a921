import { figureWords } from '../../../words/figure-words.ts';
/** How much of the window's edges does not count: words that show there by a line are not read there. */
const edge = '-24px';

/**
 * Offers a way back to words that have sent the reader to a figure, from when they are out of view until they are in view again
 * or the reader takes it: to the same place in the page, with the focus on the words.
 *
 * @param place where the page was scrolled to
 * @param behavior how it scrolls back
 */
export function offerWayBack(words: HTMLElement, place: number, behavior: ScrollBehavior): void {
  document.querySelector('.way-back')?.remove();
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'way-back';
  button.textContent = figureWords.backToText;
  button.addEventListener('click', (event) => {
    // The words, which hold the button, would send the reader to the figure again.
    event.stopPropagation();
    scrollTo({ top: place, behavior });
    words.querySelector('a')?.focus({ preventScroll: true });
  });
  let hasLeft = false;
  const observer = new IntersectionObserver(
    ([entry]) => {
      if (!entry?.isIntersecting) {
        if (!hasLeft) words.append(button);
        hasLeft = true;
      } else if (hasLeft) end();
    },
    { rootMargin: edge },
  );
  const end = (): void => {
    observer.disconnect();
    button.remove();
  };
  button.addEventListener('click', end);
  observer.observe(words);
}
