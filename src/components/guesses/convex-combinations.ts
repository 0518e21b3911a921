import type { GuessDefinition } from './guess.ts';

/** What the article on convex combinations asks. */
export default [
  {
    id: 'growing-hull',
    question:
      'Start from cat, dog and rabbit. The fox, at (7, 9.5), lies inside their triangle. How much does the hull grow when you add it?',
    asks: {
      kind: 'choice',
      options: [
        { value: 'none', name: 'not at all' },
        { value: 'little', name: 'a little' },
        { value: 'third', name: 'by a third' },
      ],
      came: 'none',
    },
    ours: 'The fox already is a convex combination of the other three.',
  },
] satisfies readonly GuessDefinition[];
