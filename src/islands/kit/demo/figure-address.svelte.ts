import { onMount } from 'svelte';
import type { AddressFormat, ReadPlace } from './address-format.ts';
import { forcedEngine } from './forced-engine.ts';
import { onFigureSet } from './on-figure-set.ts';
import { replaceQuery } from './replace-query.ts';

/** What a figure learns from the page's address. */
export interface FigureAddress {
  /** Sentences for the reader on what the address asks for and cannot be had. */
  readonly problems: readonly string[];
  /** Sets the figure as words in the text do. */
  readonly set: (set: Readonly<Record<string, string>>) => void;
  /** To be called when the reader has gone on to something else. */
  readonly forget: () => void;
}

/**
 * Joins a figure with the page's address while its component lives: opens the place that the address names, follows words
 * in the text, and keeps the address up with what is shown. To be called while the component is set up.
 *
 * @param now the place shown
 * @param open shows another place
 */
export function connectAddress<Place>(
  figure: string,
  { read, changed, write }: AddressFormat<Place>,
  now: () => Place,
  open: (place: Place) => void,
): FigureAddress {
  let engineProblems = $state.raw<readonly string[]>([]);
  let placeProblems = $state.raw<readonly string[]>([]);
  const follow = ({ place, problems }: ReadPlace<Place>): void => {
    if (place !== undefined) open(place);
    placeProblems = problems;
  };
  const set: FigureAddress['set'] = (asked) => follow(changed(asked, now()));
  onMount(() => {
    engineProblems = forcedEngine(location.search).problems;
    follow(read(location.search));
    return onFigureSet(figure, set);
  });
  $effect(() => replaceQuery((search) => write(search, now())));
  return {
    get problems() {
      return [...engineProblems, ...placeProblems];
    },
    set,
    forget: () => (placeProblems = []),
  };
}
