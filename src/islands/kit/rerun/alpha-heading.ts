import { repeatsText, type Repeats } from '../study/repeats.ts';

/**
 * What a re-run shows in which α and the number of seeds are set, and little else.
 *
 * @param pictures what it learns
 */
export function alphaHeading(
  rerun: {
    readonly shown: { readonly seeds: number };
    readonly shownSettings: { readonly alpha: number };
    readonly repeats: Repeats;
    readonly isHere: boolean;
  },
  pictures = 'digits',
): string {
  const { shown, shownSettings, repeats, isHere } = rerun;
  const origin = isHere ? 'trained here' : 'computed in advance';
  return `On ${pictures}: ${repeatsText(shown.seeds, repeats)}, α = ${shownSettings.alpha}, ${origin}`;
}
