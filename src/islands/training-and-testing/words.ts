import { words } from '../../words/words.ts';

/** What the figure of training and testing says. */
export const timesWords = words('training-and-testing', {
  training: 'In training',
  blend: 'A blend of 70 % of the ginger cat and 30 % of the spotted dog',
  seesBlend: 'The network sees one blend. It should answer with the shares:',
  afterwards: 'Afterwards',
  asItIs: 'The black cat, as it is',
  seesPicture: 'The network sees one ordinary picture. It should answer with the class:',
  caption:
    '<strong>Blends are for training only.</strong> Read each column from top to bottom: what goes in, and what should come out.',
  reading: 'The network itself is the same on both sides; only what it is shown, and asked, differs.',
});
