import type { DataCard } from './data-card.ts';

const files = import.meta.glob<DataCard>('./*/card.ts', { eager: true, import: 'card' });

/** The card of every data set by the name of its room, in the order of the sets' own names. */
const cards: ReadonlyMap<string, DataCard> = new Map(
  Object.entries(files)
    .map(([path, card]) => [path.split('/').at(-2) ?? path, card] as const)
    .sort(([, a], [, b]) => a.name.localeCompare(b.name, 'en')),
);

/** The cards of all data sets that the site ships. */
export const dataCards: readonly DataCard[] = [...cards.values()];

/**
 * The card of one data set.
 *
 * @param room name of its folder in `src/data/`
 * @throws Error that lists the data sets there are
 */
export function dataCard(room: string): DataCard {
  const card = cards.get(room);
  if (card) return card;
  throw new Error(
    `There is no data set "${room}". There are: ${[...cards.keys()].join(', ')}. Add one as src/data/${room}/card.ts.`,
  );
}
