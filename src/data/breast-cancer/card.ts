import { creativeCommonsBy, uciRepository, type DataCard } from '../data-card.ts';

export const card: DataCard = {
  name: 'Breast Cancer Wisconsin (Diagnostic)',
  holds: '569 cell samples, thirty measurements, malignant or benign',
  creators: 'W. Wolberg, O. Mangasarian, N. Street and W. Street',
  year: 1993,
  publisher: uciRepository,
  doi: '10.24432/C5DW2B',
  license: creativeCommonsBy,
  file: '/data/breast-cancer.csv',
};
