import { createPlan } from '../../core/training/create-plan.ts';
import type { Ensemble } from '../../core/training/ensemble.ts';
import { Pace, pieceMs } from '../pace.ts';
import { createScope } from '../scope.ts';
import type { EnsembleWork } from '../training-ensemble.ts';
import { createMemberStates } from './member-states.ts';
import { createPointResults } from './point-results.ts';
import { createTrainingStep } from './training-step.ts';
import { textureShape } from './texture-shape.ts';
import type { RenderTarget, WebglDevice } from './webgl-device.ts';

/**
 * Allocates an ensemble on a device, at its initial parameters.
 *
 * @throws RangeError if it is too large for the device; nothing is allocated then
 */
export async function allocateOnDevice(device: WebglDevice, ensemble: Ensemble): Promise<EnsembleWork> {
  device.expectAlive();
  const { network, members } = ensemble;
  const plan = createPlan(ensemble);
  const shape = textureShape(ensemble, plan.table.length, device.maxTextureSize);
  const { chunk, chunks, parameters } = shape;
  const scope = createScope();
  try {
    const states = createMemberStates(device, ensemble, parameters, shape, scope);
    const trainStep = await createTrainingStep(device, ensemble, plan, shape, states, scope);
    const results = createPointResults(device, network, parameters, chunk, scope);
    const ofAll = async (compute: (state: RenderTarget) => Promise<Float32Array>): Promise<Float32Array> => {
      let all: Float32Array | undefined;
      for (let k = 0; k < chunks; k += 1) {
        const own = await compute(states.present(k));
        if (chunks === 1) return own;
        all ??= new Float32Array(members.length * (own.length / chunk));
        all.set(own.subarray(0, all.length - k * own.length), k * own.length);
      }
      return all as Float32Array;
    };
    const pace = new Pace({ milliseconds: pieceMs(device.software), members: chunk, warmsUp: true });
    return {
      pace,
      expectAlive: () => device.expectAlive(),
      async train(firstStep, size, firstMember) {
        for (let k = 0; k < size.steps; k += 1) trainStep(firstStep + k, firstMember / chunk);
        await device.fences.passed(pace.expectedMs(size));
      },
      evaluate: (points) => ofAll((state) => results.compute('log-probabilities', points, state)),
      inputGradients: (points, labels) => ofAll((state) => results.compute('input gradients', points, state, labels)),
      read: () => states.read(),
      write(snapshot) {
        states.set(snapshot);
        return Promise.resolve();
      },
      dispose: () => scope.dispose(),
    };
  } catch (error) {
    scope.dispose();
    device.expectAlive();
    throw error;
  }
}
