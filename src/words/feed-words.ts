import { words } from './words.ts';

/** What feeds say besides the text of articles. */
export const feedWords = words('feeds', {
  description:
    'What happens when a neural network trains on mixtures of examples, and of their labels? The paper mixup, explained step by step, with small experiments that run on your own machine.',
  figure: 'Figure: {takeaway}',
  seeLive: 'See it live on the page',
  guessFirst: 'Guess first:',
  guessOnPage: 'Guess on the page',
});
