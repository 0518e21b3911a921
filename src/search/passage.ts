/** What a passage is. */
export type PassageKind = 'page' | 'section' | 'figure' | 'term';

/** A piece of the site that a reader can be led to: a section, a figure, a term, or the beginning of a page. */
export interface Passage {
  readonly kind: PassageKind;
  /** Where it stands in its page; empty for the beginning. */
  readonly anchor: string;
  readonly title: string;
  readonly text: string;
}

/** A page with its passages, as the build writes them for the search. */
export interface SearchedPage {
  /** Below the base of the site: `articles/gans/`. */
  readonly path: string;
  readonly title: string;
  /** As in `<html lang>`. */
  readonly language: string;
  /** Whether there is a picture of it, and its name. */
  readonly picture?: string | undefined;
  readonly passages: readonly Passage[];
}
