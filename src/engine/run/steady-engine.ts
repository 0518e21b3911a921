import type { Engine } from '../engine.ts';
import { SteadyTraining, type SteadyGround } from './steady-training.ts';

/**
 * The page's engine as one that outlives its devices, for whoever trains several ensembles on it.
 *
 * @param now the engine that the page has now
 */
export function steadyEngine(
  now: Engine,
  ground: SteadyGround,
): Pick<Engine, 'membersAtOnce' | 'sameBits' | 'prepare'> {
  let current = now;
  let { sameBits } = now;
  return {
    get membersAtOnce() {
      return current.membersAtOnce;
    },
    /** Only as long as all engines until now gave the same bits everywhere. */
    get sameBits() {
      return sameBits;
    },
    prepare: (ensemble) =>
      SteadyTraining.prepare(ensemble, {
        ...ground,
        onEngine: (news) => {
          current = news.engine;
          sameBits &&= news.engine.sameBits;
          ground.onEngine(news);
        },
      }),
  };
}
