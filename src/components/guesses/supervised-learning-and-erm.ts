import type { GuessDefinition } from './guess.ts';

/** What the article on ERM asks. */
export default [
  {
    id: 'which-pull',
    question:
      'Start from the curve through every reading. Pull the small circle at 8:35 up by 5 °C, or instead the one at 12:35. Which pull does the empirical risk advise against?',
    asks: {
      kind: 'choice',
      options: [
        { value: 'first', name: 'the one at 8:35' },
        { value: 'second', name: 'the one at 12:35' },
        { value: 'both', name: 'both' },
        { value: 'neither', name: 'neither' },
      ],
      came: 'neither',
    },
    ours: 'It stays 0 with either: no reading was taken there.',
  },
] satisfies readonly GuessDefinition[];
