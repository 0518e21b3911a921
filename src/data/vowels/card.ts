import { creativeCommonsBy, uciRepository, type DataCard } from '../data-card.ts';

export const card: DataCard = {
  name: 'Connectionist Bench (Vowel Recognition - Deterding Data)',
  called: 'Vowels',
  holds:
    '990 recordings of 11 English vowels by 15 speakers, each vowel six times; nine of the ten published log area ratios of each',
  creators: 'D. Deterding, M. Niranjan, T. Robinson',
  year: 1989,
  publisher: uciRepository,
  doi: '10.24432/C58P4S',
  license: creativeCommonsBy,
  file: '/data/vowels.csv',
};
