import { readAttackNetworks, type BakedAttackNetworks } from '../../studies/attack-networks.ts';
import { fetchData, fetchOnce } from '../../data/fetch-data.ts';

/** The trained networks and the digits to attack them with, fetched once. */
export const fetchAttackNetworks = fetchOnce(async () =>
  readAttackNetworks(JSON.parse(await fetchData('attack-networks.json')) as BakedAttackNetworks),
);
