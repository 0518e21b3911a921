import { readAttackNetworks, type AttackNetworks, type BakedAttackNetworks } from '../../studies/attack-networks.ts';

let networks: Promise<AttackNetworks> | undefined;

/** The trained networks and the digits to attack them with, fetched once; a failed download is tried again. */
export function fetchAttackNetworks(): Promise<AttackNetworks> {
  networks ??= fetchNetworks().catch((error: unknown) => {
    networks = undefined;
    throw error;
  });
  return networks;
}

async function fetchNetworks(): Promise<AttackNetworks> {
  const response = await fetch(`${import.meta.env.BASE_URL.replace(/\/$/, '')}/data/attack-networks.json`);
  if (!response.ok)
    throw new Error(
      `The networks could not be fetched (status ${response.status}). Check the connection and try again.`,
    );
  return readAttackNetworks((await response.json()) as BakedAttackNetworks);
}
