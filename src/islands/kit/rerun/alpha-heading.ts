import { repeatsText, type Repeats } from '../study/repeats.ts';

/** What a re-run on digits shows, in which only α and the number of seeds are set. */
export function alphaHeading(rerun: {
  readonly shown: { readonly seeds: number };
  readonly shownSettings: { readonly alpha: number };
  readonly repeats: Repeats;
  readonly isHere: boolean;
}): string {
  const { shown, shownSettings, repeats, isHere } = rerun;
  const origin = isHere ? 'trained here' : 'computed in advance';
  return `On digits: ${repeatsText(shown.seeds, repeats)}, α = ${shownSettings.alpha}, ${origin}`;
}
