import { dropoutThreshold, noiseKey } from '../../core/random/noise.ts';
import type { Plan } from '../../core/training/create-plan.ts';
import type { Ensemble } from '../../core/training/ensemble.ts';
import type { MemberPlan } from '../../core/training/member-plan.ts';
import { decayRates, type Optimizer } from '../../core/training/optimizer.ts';
import { hiddenMixingLayer } from '../../core/training/policy.ts';
import { labelSets, labelStride } from './training-data.ts';
import { memberFields } from './wgsl/training-declarations.ts';

/** Words of one member's record. */
export const recordWords = memberFields.plan.length + memberFields.integers.length + memberFields.floats.length;

type MemberField = (typeof memberFields.integers)[number] | (typeof memberFields.floats)[number];

/** The entries of the program's array `members`, `[members, recordWords]`. */
export function describeMembers(ensemble: Ensemble, plan: Plan): Uint32Array<ArrayBuffer> {
  const words = new Uint32Array(ensemble.members.length * recordWords);
  const floatWords = new Float32Array(words.buffer);
  const sets = labelSets(ensemble);
  const rates = decayRates(ensemble.members.map(({ optimizer }) => optimizer)).of;
  ensemble.members.forEach(({ seed, policy, optimizer, labels }, m) => {
    const fields: Record<MemberField, number> = {
      noiseKey: noiseKey(seed),
      labels: sets.indexOf(labels) * labelStride(ensemble),
      mixesInputs: Number(policy.mixInputs),
      mixesLabels: Number(policy.mixLabels),
      mixingLayer: hiddenMixingLayer(policy),
      dropoutThreshold: dropoutThreshold(policy.dropout),
      correction: rates[m] as number,
      keepScale: 1 / (1 - policy.dropout),
      inputNoise: policy.inputNoise,
      labelSmoothing: policy.labelSmoothing,
      ...optimizerFields(optimizer),
    };
    const own = plan.members[m] as MemberPlan;
    let word = m * recordWords;
    for (const field of memberFields.plan) words[word++] = own[field];
    for (const field of memberFields.integers) words[word++] = fields[field];
    for (const field of memberFields.floats) floatWords[word++] = fields[field];
  });
  return words;
}

/** Complements such as 1 - beta2 are rounded once, from float64: 1 - 0.999 in float32 would be off by 1e-5. */
function optimizerFields(optimizer: Optimizer): Record<OptimizerField, number> {
  const { learningRate, weightDecay } = optimizer;
  const none = { momentum: 0, beta1: 0, beta1Rest: 0, beta2: 0, beta2Rest: 0, epsilon: 0 };
  if (optimizer.kind === 'sgd') return { ...none, learningRate, weightDecay, momentum: optimizer.momentum };
  const { beta1, beta2, epsilon } = optimizer;
  return { ...none, learningRate, weightDecay, beta1, beta1Rest: 1 - beta1, beta2, beta2Rest: 1 - beta2, epsilon };
}

type OptimizerField =
  'learningRate' | 'weightDecay' | 'momentum' | 'beta1' | 'beta1Rest' | 'beta2' | 'beta2Rest' | 'epsilon';
