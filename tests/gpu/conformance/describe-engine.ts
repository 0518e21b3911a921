import { afterAll, beforeAll, describe } from 'vitest';
import type { Engine } from '../../../src/engine/engine.ts';
import { describeConvolutions } from './describe-convolutions.ts';
import { describeCuts } from './describe-cuts.ts';
import { describeInputs } from './describe-inputs.ts';
import { describeLifetime } from './describe-lifetime.ts';
import { describeMixing } from './describe-mixing.ts';
import { describePrediction } from './describe-prediction.ts';
import { describeRuns } from './describe-runs.ts';
import { describeShapes } from './describe-shapes.ts';
import { describeSurePoints } from './describe-sure-points.ts';
import { describeTraining } from './describe-training.ts';
import { float32Tolerances, type Tolerances } from './tolerances.ts';

/** An engine under test: a getter, because it is started when the tests run. */
export interface Subject {
  readonly engine: () => Engine;
  readonly create: () => Promise<Engine>;
  readonly tolerances: Tolerances;
  /** Prints the worst case seen. */
  readonly note: (what: string, worst: number) => void;
}

/**
 * The conformance suite: everything that any engine must do, held against a slow implementation of docs/engines.md.
 *
 * @param create starts a fresh engine
 */
export function describeEngine(
  name: string,
  create: () => Promise<Engine>,
  tolerances: Tolerances = float32Tolerances,
): void {
  describe(`the ${name} engine`, () => {
    let engine: Engine | undefined;
    beforeAll(async () => {
      engine = await create();
      console.info(`${name}: ${engine.device}`);
    });
    afterAll(() => engine?.dispose());
    const subject: Subject = {
      engine: () => engine as Engine,
      create,
      tolerances,
      note: (what, worst) => console.info(`${name}: ${what}: worst ${worst.toExponential(1)}`),
    };
    describeTraining(subject);
    describeCuts(subject);
    describeRuns(subject);
    describeShapes(subject);
    describeConvolutions(subject);
    describePrediction(subject);
    describeSurePoints(subject);
    describeMixing(subject);
    describeInputs(subject);
    describeLifetime(subject);
  });
}
