import { onMount } from 'svelte';
import type { AddressFormat, ReadAddress } from './address-format.ts';
import { forcedEngine } from './forced-engine.ts';
import { onFigureSet } from './on-figure-set.ts';
import { replaceQuery } from './replace-query.ts';

/** What a figure learns from the page's address. */
export interface FigureAddress {
  /** Sentences for the reader on what the address asks for and cannot be had. */
  readonly notices: readonly string[];
  /** Sets the figure as words in the text do. */
  readonly set: (set: Readonly<Record<string, string>>) => void;
  /** To be called when the reader has gone on to something else. */
  readonly forget: () => void;
}

/**
 * Joins a figure with the page's address while its component lives: opens the state that the address names, follows words
 * in the text, and keeps the address up with what is shown. To be called while the component is set up.
 *
 * @param now the state shown
 * @param open shows another state
 */
export function connectAddress<State>(
  figure: string,
  { read, changed, write }: AddressFormat<State>,
  now: () => State,
  open: (state: State) => void,
): FigureAddress {
  let engineNotices = $state.raw<readonly string[]>([]);
  let stateNotices = $state.raw<readonly string[]>([]);
  const follow = ({ state, notices }: ReadAddress<State>): void => {
    if (state !== undefined) open(state);
    stateNotices = notices;
  };
  const set: FigureAddress['set'] = (asked) => follow(changed(asked, now()));
  onMount(() => {
    engineNotices = forcedEngine(location.search).notices;
    follow(read(location.search));
    return onFigureSet(figure, set);
  });
  $effect(() => replaceQuery((search) => write(search, now())));
  return {
    get notices() {
      return [...engineNotices, ...stateNotices];
    },
    set,
    forget: () => (stateNotices = []),
  };
}
