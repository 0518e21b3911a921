/** Where an island's long props are, once the build has taken them out of the page. */
export const latePropsAttribute = 'data-props';

/**
 * Gives an island its props, if they are in a file of their own. Must have come before the island is told to load: Astro reads them
 * when its component is there.
 *
 * @throws Error if the file does not come
 */
export async function bringProps(island: Element): Promise<void> {
  const address = island.getAttribute(latePropsAttribute);
  if (address === null || island.hasAttribute('props')) return;
  // The scripts need as long; who asks for them again gets the same.
  for (const name of ['component-url', 'renderer-url']) fetchAhead(island.getAttribute(name));
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} could not be fetched: status ${response.status}.`);
  island.setAttribute('props', await response.text());
}

function fetchAhead(script: string | null): void {
  if (script === null) return;
  const link = document.createElement('link');
  link.rel = 'modulepreload';
  link.href = script;
  document.head.append(link);
}
