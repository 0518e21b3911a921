import { creativeCommonsBy, uciRepository, type DataCard } from '../data-card.ts';

export const card: DataCard = {
  name: 'Iris',
  holds: '150 flowers, four lengths in centimeters, three species',
  creators: 'R. A. Fisher',
  year: 1936,
  publisher: uciRepository,
  doi: '10.24432/C56C76',
  license: creativeCommonsBy,
  file: '/data/iris.csv',
};
