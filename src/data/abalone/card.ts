import { creativeCommonsBy, uciRepository, type DataCard } from '../data-card.ts';

export const card: DataCard = {
  name: 'Abalone',
  holds:
    '4,177 shells, sex as three columns of 0 or 1, three lengths and four weights (1 stands for 200 mm and 200 g); 28 numbers of rings',
  creators: 'W. Nash, T. Sellers, S. Talbot, A. Cawthorn, W. Ford',
  year: 1994,
  publisher: uciRepository,
  doi: '10.24432/C55C7W',
  license: creativeCommonsBy,
  file: '/data/abalone.csv',
};
