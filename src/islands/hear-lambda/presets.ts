/** Named situations to start from; each is what words in the text would set. */
export const presets = [
  { name: 'two voices', set: { lambda: 0.5, first: 'nine', second: 'six', heard: 'waves' } },
  { name: 'their spectrograms', set: { lambda: 0.5, first: 'nine', second: 'six', heard: 'spectrograms' } },
  { name: 'the same vowel', set: { lambda: 0.5, first: 'nine', second: 'five', heard: 'spectrograms' } },
  { name: 'one word twice', set: { lambda: 0.5, first: 'four', second: 'four', heard: 'waves' } },
] as const;
