import { packShares, unpackShares } from '../../studies/pack-shares.ts';
import { learners, type Learned } from '../../studies/asked-and-learned.ts';

/** What two networks answered at the end of a run that was computed in advance, ERM first. */
export interface BakedLearned {
  /** Probability of class B in each cell, packed. */
  readonly surfaces: readonly [string, string];
  /** Which test examples they get wrong, by their number. */
  readonly mistakes: readonly [readonly number[], readonly number[]];
}

/** Packs the end of a run for the page. */
export function packLearned({ surfaces, mistakes }: Learned): BakedLearned {
  const [erm, mixup] = learners.map((learner) => ({
    surface: packShares(Array.from(surfaces[learner])),
    wrong: Array.from(mistakes[learner].keys()).filter((n) => mistakes[learner][n] === 1),
  })) as [{ surface: string; wrong: number[] }, { surface: string; wrong: number[] }];
  return { surfaces: [erm.surface, mixup.surface], mistakes: [erm.wrong, mixup.wrong] };
}

/** Unpacks it. @param tests number of test examples */
export function unpackLearned({ surfaces, mistakes }: BakedLearned, tests: number): Learned {
  const flags = (wrong: readonly number[]): Uint8Array => {
    const all = new Uint8Array(tests);
    for (const n of wrong) all[n] = 1;
    return all;
  };
  const [erm, mixup] = [surfaces, surfaces].map((both, k) => Float64Array.from(unpackShares(both[k] as string)));
  return {
    surfaces: { erm: erm as Float64Array, mixup: mixup as Float64Array },
    mistakes: { erm: flags(mistakes[0]), mixup: flags(mistakes[1]) },
  };
}
