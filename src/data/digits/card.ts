import { creativeCommonsBy, uciRepository, type DataCard } from '../data-card.ts';

export const card: DataCard = {
  name: 'Optical Recognition of Handwritten Digits',
  called: 'Digits',
  holds: '1,797 images of 8 × 8 pixels (the test part), ten digits',
  creators: 'E. Alpaydin and C. Kaynak',
  year: 1998,
  publisher: uciRepository,
  doi: '10.24432/C50P49',
  license: creativeCommonsBy,
  file: '/data/digits.csv',
};
