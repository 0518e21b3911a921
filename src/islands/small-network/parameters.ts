import { defineParameters } from '../../parameters/parameter.ts';
import { smallNetworkProtocol } from '../../studies/small-network.ts';

/** The square of the plane that is drawn. */
export const networkPlane = { x: [-1.6, 1.6], y: [-1.6, 1.6] } as const;

const place = { kind: 'number', min: -1.6, max: 1.6, step: 0.01, scale: 'linear' } as const;

/** Everything a reader can set in the figure "A network, every wire of it". */
export const smallNetworkParameters = defineParameters({
  seed: { kind: 'integer', key: 'seed', label: 'seed', min: 1, max: 8, default: 5 },
  step: {
    kind: 'integer',
    key: 'step',
    label: 'steps trained',
    min: 0,
    max: smallNetworkProtocol.keptSteps.at(-1) ?? 0,
    default: smallNetworkProtocol.keptSteps.at(-1) ?? 0,
  },
  x: { ...place, key: 'x1', label: 'first input', default: 0.55 },
  y: { ...place, key: 'x2', label: 'second input', default: 0.35 },
});
