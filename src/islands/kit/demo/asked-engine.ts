import { visitMemory } from '../../../engine/choice/visit-memory.ts';
import { engineLabels } from '../../../engine/engine.ts';

/** The engines that readers choose from: each with its name, and what it is known as. */
export const engineChoices = Object.entries(engineLabels);

/** Where the engine that the reader chose is kept for the visit. */
const key = 'mixup.engine';
const memory = visitMemory(() => sessionStorage);
const isOfEngine = (piece: string): boolean => /^(?:amp;)*engine=/i.test(piece);

/** The name of the engine that the address forces, else of the one that the reader chose in this visit; it may be any text. */
export function askedEngine(): string | undefined {
  const forced = location.search.slice(1).split('&').find(isOfEngine);
  return (forced?.split('=')[1]?.toLowerCase() ?? memory.getItem(key)) || undefined;
}

/**
 * Keeps the reader's choice of an engine for the visit, and raises `engine:asked-for` on the document for what runs already. An
 * address that forces an engine forces this one from now on.
 *
 * @param name empty for the best there is
 */
export function askForEngine(name: string): void {
  memory.setItem(key, name);
  const pieces = location.search.slice(1).split('&');
  if (pieces.some(isOfEngine)) {
    const others = pieces.filter((piece) => !isOfEngine(piece));
    const query = [...others, ...(name ? [`engine=${name}`] : [])].join('&');
    history.replaceState(history.state, '', `${location.pathname}${query && `?${query}`}${location.hash}`);
  }
  document.dispatchEvent(new Event('engine:asked-for'));
}
