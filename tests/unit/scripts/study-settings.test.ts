import { expect, it } from 'vitest';
import { settingsOf } from '../../../scripts/experiments/study-experiment.ts';
import { adam } from '../../../src/core/training/optimizer.ts';
import { winsAndLosses } from '../../../src/studies/wins-and-losses.ts';
import type { Study } from '../../../src/studies/study.ts';
import kept from '../../../content/results/wins-and-losses.json' with { type: 'json' };

it('the settings of a study name what all its networks share once', () => {
  const { steps, measureEvery, parts } = kept.settings;
  expect(settingsOf(winsAndLosses())).toMatchObject({ steps, measureEvery, parts });
});

it('the settings of a study whose conditions have optimizers of their own name each of them', () => {
  const study = winsAndLosses();
  const optimizers = [adam(0.01), adam(0.1, 1e-4)];
  const [part] = study.parts([0]);
  if (!part) throw new Error('The study has no part.');
  const members = part.ensemble.members.map((member, m) => ({
    ...member,
    optimizer: optimizers[m] ?? member.optimizer,
  }));
  const apart: Study<string> = { ...study, parts: () => [{ ...part, ensemble: { ...part.ensemble, members } }] };
  const [first, second] = part.trials.map(({ condition }) => condition.name);
  expect(settingsOf(apart)['parts']).toMatchObject([
    { optimizer: { [first ?? '']: adam(0.01), [second ?? '']: adam(0.1, 1e-4) } },
  ]);
});
