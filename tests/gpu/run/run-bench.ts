import { allRows, type Ensemble } from '../../../src/core/training/ensemble.ts';
import { adam, type Optimizer } from '../../../src/core/training/optimizer.ts';
import { ermPolicy, mixupPolicy } from '../../../src/core/training/policy.ts';
import { moons } from '../../../src/core/data/moons.ts';
import { createPageEngine, type PageEngine } from '../../../src/engine/choice/page-engine.ts';
import type { EngineName } from '../../../src/engine/engine.ts';
import { DivergedError } from '../../../src/engine/run/diverged-error.ts';
import { Run, type RunState } from '../../../src/engine/run/run.ts';
import { createScheduler } from '../../../src/engine/run/scheduler.ts';

/**
 * A small paired run: ERM and mixup on forty points of two moons. Network and batch are those of the self-test, which has
 * compiled the programs by then.
 */
export function smallEnsemble(optimizer: Optimizer = adam(0.01)): Ensemble {
  const { inputs, labels } = moons(40, 0.1, 3);
  const rows = allRows(40);
  const members = [ermPolicy, mixupPolicy(1)].map((policy) => ({ seed: 3, policy, optimizer, labels, rows }));
  return { network: { sizes: [2, 4, 2], activation: 'tanh' }, inputs, members, batch: 4 };
}

/** Called when the run tells of a change, and in the middle of each of its read-backs. */
interface Hooks {
  readonly onChange?: () => void;
  readonly onRead?: () => void;
}

export interface RunBench {
  readonly pageEngine: PageEngine;
  readonly element: HTMLElement;
  /** A run of some steps, with a record every ten. */
  start(steps: number, ensemble?: Ensemble, hooks?: Hooks): Run<Float32Array>;
}

/** A page with one demo's element on screen. */
export function createRunBench(engine: EngineName): RunBench {
  const pageEngine = createPageEngine(engine, undefined);
  const scheduler = createScheduler();
  const element = document.createElement('div');
  // On screen whatever earlier benches left in the page.
  element.style.cssText = 'position: fixed; top: 0; width: 100px; height: 100px';
  document.body.append(element);
  return {
    pageEngine,
    element,
    start: (steps, ensemble = smallEnsemble(), { onChange = () => undefined, onRead } = {}) =>
      new Run({
        ensemble,
        read: async (training, { step }) => {
          const logProbabilities = await training.evaluate(ensemble.inputs);
          onRead?.();
          if (logProbabilities.some(Number.isNaN)) throw new DivergedError(step);
          return logProbabilities;
        },
        steps,
        recordEvery: 10,
        element,
        scheduler,
        pageEngine,
        onChange,
      }),
  };
}

/** Waits until a run comes to one of some states. */
export async function comesTo(run: Run<unknown>, ...states: RunState[]): Promise<void> {
  await until(
    () => states.includes(run.state),
    () => `state ${states.join(' or ')}, came to ${run.state} at step ${run.records.at(-1)?.step ?? 0}`,
  );
}

/** Waits until something holds. */
export async function until(holds: () => boolean, what: () => string): Promise<void> {
  const end = performance.now() + 60_000;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`Expected ${what()} within a minute.`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
