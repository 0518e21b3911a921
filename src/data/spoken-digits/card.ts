import { creativeCommonsByShareAlike, type DataCard } from '../data-card.ts';

export const card: DataCard = {
  name: 'Asterisk Core Sounds, English',
  called: 'Spoken digits',
  holds: 'ten spoken digits of one speaker, 8,000 samples a second of 16 bits',
  material: 'these recordings',
  creators: 'A. Smith',
  year: 2010,
  publisher: 'Digium',
  address: 'https://downloads.asterisk.org/pub/telephony/sounds/',
  license: creativeCommonsByShareAlike,
  file: '/data/spoken-digits.bin',
};
