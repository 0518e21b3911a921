import { keptReading, onReadingChanged, progressInWords } from './kept-reading.ts';

/**
 * Writes beside the articles of a list how much of each was read; each place names its article by `data-progress`, and the list has the
 * words for it.
 */
export function markProgress(): void {
  const places = document.querySelectorAll<HTMLElement>('[data-progress]');
  const mark = (): void => {
    for (const place of places) {
      const { all = '', some = '' } = place.closest<HTMLElement>('[data-some]')?.dataset ?? {};
      const words = progressInWords(keptReading(place.dataset['progress'] ?? ''), { all, some });
      place.textContent = words === '' ? '' : ` · ${words}`;
    }
  };
  onReadingChanged(mark);
  mark();
}
