import { readAttackNetworks } from '../../studies/attack-networks.ts';
import { fetchFormatted, fetchOnce } from '../../data/fetch-data.ts';

/** The trained networks and the digits to attack them with, fetched once. */
export const fetchAttackNetworks = fetchOnce(async () => readAttackNetworks(await fetchFormatted('attack-networks')));
