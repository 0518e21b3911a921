/** Every drawing that comes with the site: a square with an opaque background, in `public/pictures/`. The cats come first. */
export const drawings = [
  { value: 'cat-ginger', name: 'ginger cat', label: 'cat' },
  { value: 'cat-gray', name: 'gray cat', label: 'cat' },
  { value: 'cat-black', name: 'black cat', label: 'cat' },
  { value: 'dog-brown', name: 'brown dog', label: 'dog' },
  { value: 'dog-spotted', name: 'spotted dog', label: 'dog' },
  { value: 'dog-long', name: 'long dog', label: 'dog' },
] as const;

/** A drawing: `value` names its file and stands in addresses, `name` is what readers call it, `label` its class. */
export type Drawing = (typeof drawings)[number];

export type DrawingName = Drawing['value'];

/** The drawing of a name. */
export function drawingOf(name: DrawingName): Drawing {
  return drawings.find(({ value }) => value === name) as Drawing;
}
