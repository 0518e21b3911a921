/** Named situations to start from; each is what words in the text would set. */
export const presets = [
  { name: '60 % cat', set: { lambda: 0.6, first: 'cat-ginger', second: 'dog-brown' } },
  { name: 'nearly all dog', set: { lambda: 0.06, first: 'cat-ginger', second: 'dog-brown' } },
  { name: 'half and half', set: { lambda: 0.5, first: 'cat-ginger', second: 'dog-spotted' } },
  { name: 'two cats', set: { lambda: 0.5, first: 'cat-gray', second: 'cat-black' } },
] as const;
