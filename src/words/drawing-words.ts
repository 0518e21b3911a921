import { words } from './words.ts';

/** What the drawings of cats and dogs are called, and their classes. */
export const drawingWords = words('drawings', {
  cat: 'cat',
  dog: 'dog',
  'cat-ginger': 'ginger cat',
  'cat-gray': 'gray cat',
  'cat-black': 'black cat',
  'dog-brown': 'brown dog',
  'dog-spotted': 'spotted dog',
  'dog-long': 'long dog',
  /** One of them in a sentence: "60 % of the ginger cat". */
  the: 'the {drawing}',
  credit: 'Drawings: made for this site,',
});
