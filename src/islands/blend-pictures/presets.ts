import { blendWords } from './words.ts';

/** Named situations to start from; each is what words in the text would set. */
export const presets = [
  preset('mostlyCat', { lambda: 0.6, first: 'cat-ginger', second: 'dog-brown' }),
  preset('nearlyDog', { lambda: 0.06, first: 'cat-ginger', second: 'dog-brown' }),
  preset('half', { lambda: 0.5, first: 'cat-ginger', second: 'dog-spotted' }),
  preset('twoCats', { lambda: 0.5, first: 'cat-gray', second: 'cat-black' }),
] as const;

function preset<const Set>(name: keyof typeof blendWords, set: Set) {
  return {
    get name() {
      return blendWords[name];
    },
    set,
  };
}
