import { withSettings } from '../../../parameters/query-pieces.ts';

/**
 * Sets a figure as words in the text ask: writes the settings into the page's address and raises `figure:set` on the document.
 * A figure that is not awake yet finds them in the address.
 */
export function setFigure(figure: string, set: Readonly<Record<string, string>>): void {
  const address = new URL(location.href);
  address.search = withSettings(address.search, figure, set);
  address.hash = figure;
  history.replaceState(history.state, '', address);
  document.dispatchEvent(new CustomEvent('figure:set', { detail: { figure, set }, bubbles: true }));
}
