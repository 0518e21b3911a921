import { words } from '../../words/words.ts';

/** What the figure of twelve blends says. */
export const batchWords = words('blend-batch', {
  caption:
    '<strong>At a small α most training pictures are nearly pure.</strong> Draw other batches, or slide α and watch where the ticks crowd.',
  reading:
    'Each tile is a pair of drawings, blended with a λ of its own; the bar and the number below it are its label. The chart shows how λ is distributed; its ticks are the twelve that were drawn. They crowd at both ends for small α, in the middle for large α, and lie evenly only at α = 1.',
  before: 'drawn by your browser',
  tile: '{first} of the {one} and {second} of the {other}',
  cat: '{share} cat',
  count: '{n} of {all}',
  faint: 'blends here hold less than {share} of their weaker picture',
  expected: 'of all draws at this α do',
  drawn: 'Drawn at α = {alpha}, from seed {seed}.',
  another: 'Draw another batch',
  seed: 'seed {seed}',
});
