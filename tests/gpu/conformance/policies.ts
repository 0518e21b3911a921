import { ermPolicy, mixupPolicy, type Policy } from '../../../src/core/training/policy.ts';

/** Every choice a policy offers, alone and in combinations, for a network with `hiddenLayers` hidden layers. */
export function allPolicies(hiddenLayers: number): Record<string, Policy> {
  const hidden = Array.from({ length: hiddenLayers }, (_, l) => l + 1);
  return {
    erm: ermPolicy,
    'mixup, alpha 0.2': mixupPolicy(0.2),
    'mixup, alpha 1': mixupPolicy(1),
    'mixup, alpha 8': mixupPolicy(8),
    'mixup, alpha 0.001': mixupPolicy(0.001),
    'mixup, alpha 1000': mixupPolicy(1000),
    'lambda per example': mixupPolicy(1, { lambdaPer: 'example' }),
    'inputs only': mixupPolicy(1, { mixLabels: false }),
    'labels only': mixupPolicy(1, { mixInputs: false }),
    'neither inputs nor labels': mixupPolicy(1, { mixInputs: false, mixLabels: false }),
    'same class': mixupPolicy(1, { partnerClass: 'same' }),
    'nearest, any class': mixupPolicy(1, { partnerChoice: 'nearest', nearest: 3 }),
    'nearest, same class': mixupPolicy(1, { partnerChoice: 'nearest', partnerClass: 'same' }),
    'partners from the batch': mixupPolicy(1, { partnerPool: 'batch', lambdaPer: 'example' }),
    'label smoothing': { ...ermPolicy, labelSmoothing: 0.1 },
    'input noise': { ...ermPolicy, inputNoise: 0.3 },
    dropout: { ...ermPolicy, dropout: 0.5 },
    'mixup and label smoothing': mixupPolicy(1, { labelSmoothing: 0.2 }),
    'mixup and input noise': mixupPolicy(1, { inputNoise: 0.2 }),
    'mixup and dropout': mixupPolicy(4, { dropout: 0.3 }),
    ...Object.fromEntries(hidden.map((layer) => [`hidden layer ${layer}`, mixupPolicy(1, { layer })])),
    ...Object.fromEntries(
      hidden.map((layer) => [
        `hidden layer ${layer}, lambda per example, noise, dropout, smoothing`,
        mixupPolicy(1, { layer, lambdaPer: 'example', inputNoise: 0.2, dropout: 0.3, labelSmoothing: 0.1 }),
      ]),
    ),
    ...Object.fromEntries(
      hidden.slice(-1).flatMap((layer) => [
        [`hidden layer ${layer}, values only`, mixupPolicy(1, { layer, mixLabels: false })],
        [`hidden layer ${layer}, labels only`, mixupPolicy(1, { layer, mixInputs: false, dropout: 0.2 })],
        [
          `hidden layer ${layer}, same class, nearest`,
          mixupPolicy(2, { layer, partnerClass: 'same', partnerChoice: 'nearest', nearest: 2 }),
        ],
      ]),
    ),
    everything: mixupPolicy(0.4, {
      lambdaPer: 'example',
      partnerClass: 'same',
      partnerChoice: 'nearest',
      nearest: 5,
      labelSmoothing: 0.05,
      inputNoise: 0.1,
      dropout: 0.2,
    }),
  };
}

/**
 * A few that together ask of a network with two hidden layers all that {@link allPolicies} ask, so that they share the
 * programs of these. Enough where the policies themselves are not what is tested.
 */
export const demandingPolicies: readonly Policy[] = [
  mixupPolicy(1, { layer: 2, lambdaPer: 'example', inputNoise: 0.2, dropout: 0.3, labelSmoothing: 0.1 }),
  ermPolicy,
  mixupPolicy(1),
  mixupPolicy(1, { layer: 1 }),
  mixupPolicy(1, { dropout: 0.5 }),
  mixupPolicy(0.4, { partnerClass: 'same', partnerChoice: 'nearest', inputNoise: 0.1 }),
];
