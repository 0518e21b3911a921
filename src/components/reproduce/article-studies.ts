import { bakedNames } from '../../islands/kit/baked/baked-results.ts';

const sources = import.meta.glob<string>('../../islands/*/*.{astro,ts,svelte}', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/**
 * The names of all files of results that an article is written with: those its text names, and those its figures are drawn from.
 *
 * @param body of the article
 * @param rooms of its figures
 */
export function articleStudies(body: string, rooms: readonly string[]): string[] {
  const drawn = Object.entries(sources).filter(([path]) => rooms.includes(path.split('/').at(-2) ?? ''));
  const isNamed = (name: string): boolean =>
    body.includes(`experiment="${name}"`) || drawn.some(([, source]) => source.includes(`'${name}'`));
  return bakedNames().filter(isNamed);
}
