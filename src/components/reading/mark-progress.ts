import { keptReading, onReadingChanged, progressInWords } from './kept-reading.ts';

/** Writes beside the articles of a list how much of each was read; each place names its article by `data-progress`. */
export function markProgress(): void {
  const places = document.querySelectorAll<HTMLElement>('[data-progress]');
  const mark = (): void => {
    for (const place of places) {
      const words = progressInWords(keptReading(place.dataset['progress'] ?? ''));
      place.textContent = words === '' ? '' : ` · ${words === 'read' ? '✓ read' : words}`;
    }
  };
  onReadingChanged(mark);
  mark();
}
