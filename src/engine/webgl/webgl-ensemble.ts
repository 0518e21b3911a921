import type { Ensemble } from '../../core/training/ensemble.ts';
import { Pace } from '../pace.ts';
import { createScope } from '../scope.ts';
import type { EnsembleWork } from '../training-ensemble.ts';
import { createMemberStates } from './member-states.ts';
import { createPointResults } from './point-results.ts';
import { waitForGpu } from './read-back.ts';
import { createTrainingStep } from './training-step.ts';
import { textureShape } from './texture-shape.ts';
import type { WebglDevice } from './webgl-device.ts';

/** Steps that are queued at once should keep the GPU busy about this long: a page's frame. */
const pieceMs = 16;

/**
 * Allocates an ensemble on a device, at its initial parameters.
 *
 * @throws RangeError if it is too large for the device; nothing is allocated then
 */
export async function allocateOnDevice(device: WebglDevice, ensemble: Ensemble): Promise<EnsembleWork> {
  device.expectAlive();
  const { network, members } = ensemble;
  const shape = textureShape(ensemble, device.maxTextureSize);
  const scope = createScope();
  try {
    const states = createMemberStates(device, ensemble, shape.parameters, scope);
    const trainStep = await createTrainingStep(device, ensemble, shape, states, scope);
    const results = createPointResults(device, network, shape.parameters, members.length, scope);
    return {
      pace: new Pace({ milliseconds: pieceMs, members: members.length }),
      expectAlive: () => device.expectAlive(),
      async train(firstStep, { steps }) {
        for (let k = 0; k < steps; k += 1) trainStep(firstStep + k);
        await waitForGpu(device);
      },
      evaluate: (points) => results.compute('log-probabilities', points, states.present),
      inputGradients: (points, labels) => results.compute('input gradients', points, states.present, labels),
      read: () => states.read(),
      write(numbers) {
        states.set(numbers);
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
