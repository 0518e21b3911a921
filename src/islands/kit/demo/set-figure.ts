import { withSettings } from '../../../parameters/query-pieces.ts';

/**
 * Sets a figure as words in the text ask: as {@link tellFigure} does, and names the figure in the page's address.
 */
export function setFigure(figure: string, set: Readonly<Record<string, string>>): void {
  tellFigure(figure, set, figure);
}

/**
 * Writes settings of a figure into the page's address and raises `figure:set` on the document. A figure that is not awake yet
 * finds them in the address.
 *
 * @param anchor what the address then leads to, if not to what it did before
 */
export function tellFigure(figure: string, set: Readonly<Record<string, string>>, anchor?: string): void {
  const address = new URL(location.href);
  address.search = withSettings(address.search, figure, set);
  if (anchor !== undefined) address.hash = anchor;
  history.replaceState(history.state, '', address);
  document.dispatchEvent(new CustomEvent('figure:set', { detail: { figure, set }, bubbles: true }));
}
