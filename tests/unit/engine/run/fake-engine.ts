import type { PageEngine } from '../../../../src/engine/choice/page-engine.ts';
import type { Engine, EngineName, Snapshot, TrainingEnsemble } from '../../../../src/engine/engine.ts';

/** An engine that trains nothing, and fails as told. */
interface FakeEngine extends Engine {
  readonly disposals: { count: number };
}

interface Behavior {
  readonly train?: (steps: number) => Promise<number>;
  readonly evaluate?: () => Promise<Float32Array>;
}

/** @param behavior `train` resolves to the milliseconds it took */
export function fakeEngine(
  name: EngineName,
  { train = () => Promise.resolve(1), evaluate = () => Promise.resolve(new Float32Array(4)) }: Behavior = {},
): FakeEngine {
  const disposals = { count: 0 };
  return {
    name,
    device: `a made-up ${name}`,
    software: false,
    membersAtOnce: 8,
    budgetMs: name === 'cpu' ? 60 : 0,
    restarts: name === 'cpu',
    convolves: name === 'cpu',
    sameBits: name === 'cpu',
    disposals,
    prepare(ensemble) {
      let step = 0;
      const snapshot = (): Snapshot => ({
        step,
        parameters: new Float64Array(1),
        firstMoments: new Float64Array(1),
        secondMoments: new Float64Array(1),
      });
      const training: TrainingEnsemble = {
        ensemble,
        get step() {
          return step;
        },
        async train(steps) {
          const milliseconds = await train(steps);
          step += steps;
          return { steps, milliseconds };
        },
        evaluate,
        inputGradients: evaluate,
        snapshot: () => Promise.resolve(snapshot()),
        restore(from) {
          step = from.step;
          return Promise.resolve();
        },
        dispose: () => undefined,
      };
      return Promise.resolve(training);
    },
    mix: () => evaluate(),
    countOnGrid: () => evaluate(),
    memory: () => ({ objects: 0, bytes: 0 }),
    programs: () => ({ asked: 0, ready: 0 }),
    lost: new Promise(() => undefined),
    simulateLoss: () => undefined,
    dispose: () => (disposals.count += 1),
  };
}

/** A page that goes through these engines, and keeps what was said of each that was given up. */
export function fakePageEngine(...engines: readonly Engine[]): PageEngine & { readonly blamed: string[] } {
  const blamed: string[] = [];
  const current = () => {
    const engine = engines[blamed.length];
    return engine
      ? Promise.resolve({ engine, notices: blamed.slice() })
      : Promise.reject(new Error('No engine runs in this browser.'));
  };
  return {
    blamed,
    get: current,
    replace(failed, reason) {
      blamed.push(reason);
      failed.dispose();
      return current();
    },
    force: () => Promise.resolve(),
    listen: () => () => undefined,
  };
}
