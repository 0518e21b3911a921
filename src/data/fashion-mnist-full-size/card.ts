import { mit, type DataCard } from '../data-card.ts';

export const card: DataCard = {
  name: 'Fashion-MNIST',
  holds: '3,000 pictures of its 70,000, 28 × 28 pixels of 16 grays, ten kinds of clothes',
  creators: 'H. Xiao, K. Rasul and R. Vollgraf',
  year: 2017,
  publisher: 'arXiv',
  doi: '10.48550/arXiv.1708.07747',
  license: mit,
  file: '/data/fashion-mnist-full-size.bin',
};
