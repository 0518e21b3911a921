import { creativeCommonsByShareAlike, type DataCard } from '../data-card.ts';

export const card: DataCard = {
  name: 'The MNIST Database of Handwritten Digits',
  called: 'MNIST',
  holds: '7,000 pictures of its 70,000, shrunk to 14 × 14 pixels of 16 grays, ten digits',
  material: 'pictures of MNIST',
  creators: 'Y. LeCun and C. Cortes',
  year: 1998,
  publisher: 'Proceedings of the IEEE 86',
  doi: '10.1109/5.726791',
  license: creativeCommonsByShareAlike,
  file: '/data/mnist.bin',
};
