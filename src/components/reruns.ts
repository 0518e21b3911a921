import { articlesInOrder } from '../articles.ts';
import { bakedNames } from '../islands/kit/baked/baked-results.ts';
import { rerunList, type Rerun, type SetupModule } from './rerun-list.ts';

const setups = import.meta.glob<SetupModule>(['../islands/*/setup.ts', '../islands/*/results.ts'], { eager: true });

/** All re-runs that have results, as their rooms say: an experiment is known by being there. */
export async function reruns(): Promise<Rerun[]> {
  const byRoom = new Map(Object.entries(setups).map(([path, exports]) => [path.split('/').at(-2) ?? '', exports]));
  return rerunList(byRoom, await articlesInOrder(), bakedNames());
}
