import { drawingWords } from '../../../words/drawing-words.ts';

/** Every drawing that comes with the site: a square with an opaque background, in `public/pictures/`. The cats come first. */
export const drawings = [
  drawing('cat-ginger', 'cat'),
  drawing('cat-gray', 'cat'),
  drawing('cat-black', 'cat'),
  drawing('dog-brown', 'dog'),
  drawing('dog-spotted', 'dog'),
  drawing('dog-long', 'dog'),
] as const;

function drawing<const Value extends keyof typeof drawingWords>(value: Value, kind: 'cat' | 'dog') {
  return {
    value,
    get name() {
      return drawingWords[value];
    },
    get label() {
      return drawingWords[kind];
    },
  };
}

/** A drawing: `value` names its file and stands in addresses, `name` is what readers call it, `label` its class. */
export type Drawing = (typeof drawings)[number];

export type DrawingName = Drawing['value'];

/** The drawing of a name. */
export function drawingOf(name: DrawingName): Drawing {
  return drawings.find(({ value }) => value === name) as Drawing;
}
