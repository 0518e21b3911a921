import { creativeCommonsBy, uciRepository, type DataCard } from '../data-card.ts';

export const card: DataCard = {
  name: 'Wine',
  holds: '178 wines, thirteen chemical measurements, three cultivars',
  creators: 'S. Aeberhard and M. Forina',
  year: 1992,
  publisher: uciRepository,
  doi: '10.24432/C5PC7J',
  license: creativeCommonsBy,
  file: '/data/wine.csv',
};
