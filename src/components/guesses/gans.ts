import type { GuessDefinition } from './guess.ts';

/** A blend may have come either way round, so that both targets come up equally often; the best answer is their mean. */
const lambda = 0.9;
const best = (lambda + (1 - lambda)) / 2;

/** What the article on adversarial networks asks. */
export default [
  {
    id: 'perfect-fakes',
    question: `Suppose the fake points are spread exactly like the real ones. What should the mixup discriminator answer to a blend with λ = ${lambda}?`,
    asks: {
      kind: 'number',
      from: 0,
      to: 1,
      step: 0.05,
      start: 0.8,
      decimals: 2,
      unit: '',
      ends: ['0, fake', '1, real'],
      came: best,
    },
    ours: `${best}: nobody can know which of the two ends was the real one.`,
  },
] satisfies readonly GuessDefinition[];
