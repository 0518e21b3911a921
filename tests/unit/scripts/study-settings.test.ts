import { expect, it } from 'vitest';
import { lookAtNames, settingsOf } from '../../../scripts/experiments/study-experiment.ts';
import { adam } from '../../../src/core/training/optimizer.ts';
import { readDigits } from '../../../src/data/digits/read-digits.ts';
import { corruptedConditions, corruptedLabels } from '../../../src/studies/corrupted-labels.ts';
import { unevenClasses } from '../../../src/studies/uneven-classes.ts';
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

it('the settings of a study name which labels its conditions draw anew and of which classes they have fewer, where they do', async () => {
  const digits = await readDigits();
  const partOf = (study: Study<string>): unknown => (settingsOf(study)['parts'] as unknown[])[0];
  expect(partOf(corruptedLabels(digits))).toMatchObject({
    redrawn: Object.fromEntries(corruptedConditions().map(({ name, redrawn }) => [name, redrawn])),
  });
  expect(partOf(unevenClasses(digits))).toMatchObject({
    classShares: { 'balanced-mixup': [1, 0.1, 1, 0.1, 1, 0.1, 1, 0.1, 1, 0.1] },
  });
  expect(partOf(winsAndLosses())).not.toHaveProperty('redrawn');
});

it('refuses a condition whose numbers no text could name, before it is trained', () => {
  expect(() => lookAtNames(['erm', 'mixup-0.2'])).toThrow(
    'The condition "mixup-0.2": expected a name without a full stop, because <Result of="…"> parts its keys by them. Write it otherwise, such as "mixup-02".',
  );
  expect(() => lookAtNames(['erm', 'strong mixup-8'])).not.toThrow();
});
