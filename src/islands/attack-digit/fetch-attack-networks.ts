import { readAttackNetworks, type AttackNetworks } from '../../studies/attack-networks.ts';
import { readAttackPictures } from '../../studies/attack-pictures.ts';
import { fetchFormatted, fetchOnce } from '../../data/fetch-data.ts';
import type { AttackSettings } from './attack-one.ts';

/** The trained networks and the pictures to attack them with, of each set; fetched once. */
export const fetchAttackNetworks: Readonly<Record<AttackSettings['data'], () => Promise<AttackNetworks>>> = {
  digits: fetchOnce(async () => readAttackNetworks(await fetchFormatted('attack-networks'))),
  clothes: fetchOnce(async () => readAttackPictures(await fetchFormatted('attack-clothes'))),
};
