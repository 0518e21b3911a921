import { getCollection } from 'astro:content';

/** The pages of the menu, as they exist: the glossary is left out while it has no terms. */
export async function menu(): Promise<{ path: string; label: string }[]> {
  const terms = await getCollection('glossary');
  return [
    { path: '/articles/', label: 'Articles' },
    { path: '/results/', label: 'Results' },
    ...(terms.length > 0 ? [{ path: '/glossary/', label: 'Glossary' }] : []),
    { path: '/about/', label: 'About' },
  ];
}
