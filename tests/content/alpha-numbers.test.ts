import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import facts from '../../content/paper/paper-facts.json' with { type: 'json' };
import { guessNamed } from '../../src/components/guesses/all-guesses.ts';
import exact from '../fixtures/mixing-strength.json' with { type: 'json' };

const text = readFileSync(join(import.meta.dirname, '../../content/articles/alpha-and-lambda.mdx'), 'utf8').replace(/\s+/g, ' ');

/** The values that SciPy gives for one alpha. */
function strengthAt(alpha: number) {
  const found = exact.cases.find((one) => one.alpha === alpha);
  if (!found) throw new Error(`No fixture for alpha ${alpha}.`);
  return found;
}

test('what “Alpha and lambda” reports from the paper is what the paper says', () => {
  const { table1_imagenet: imagenet, fig4_google_commands: speech, table2_corrupted_labels: noisy } = facts.tables;
  const alphasOf = (rows: readonly { alpha: number | null }[]) => [
    ...new Set(rows.flatMap(({ alpha }) => (alpha === null ? [] : [alpha]))),
  ];
  const imagenetAt = (family: RegExp) => alphasOf(imagenet.rows.filter(({ model }) => family.test(model)));
  const alone = noisy.rows.filter(({ method }) => method === 'mixup');
  const sharesAt = (alpha: number) =>
    alone.filter((row) => row.alpha === alpha).map(({ corruption_pct }) => `${corruption_pct} %`);
  const [low, high] = facts.hyperparameters.imagenet.alpha_useful_range;
  for (const claim of [
    `values from ${low} to ${high} beat ERM and large ones underfit (Sec. 3.1)`,
    `${imagenetAt(/^ResNet/).join()} for the ResNets and ${imagenetAt(/^ResNeXt/).join()} for the ResNeXts`,
    `Spoken commands get ${alphasOf(speech.rows).join(' or ')}, CIFAR gets ${facts.hyperparameters.cifar.alpha}`,
    `for mixup alone was 8 with ${sharesAt(8).join()} of them random, and 32 with ${sharesAt(32).join(' and ')} (Table 2)`,
    `With <Term id="dropout">dropout</Term> added, Table 2 has ${alphasOf(noisy.rows.filter(({ method }) => method.includes('dropout'))).join(' and ')}`,
    `a GAN, has ${facts.hyperparameters.gan.alpha_shown}`,
    `uses ${facts.hyperparameters.cifar.alpha} for CIFAR, ${alphasOf(imagenet.rows).join(' or ')} for ImageNet, ${alphasOf(speech.rows).join(' or ')} for speech, and ${alphasOf(alone).join(' or ')} for wrong labels`,
  ]) {
    expect(text).toContain(claim);
  }
});

test('its numbers on the Beta distribution are those of SciPy', () => {
  const [fifth, one, eight, thirtyTwo] = [0.2, 1, 8, 32].map(strengthAt) as [ReturnType<typeof strengthAt>, ReturnType<typeof strengthAt>, ReturnType<typeof strengthAt>, ReturnType<typeof strengthAt>];
  const percent = (share: number) => `${Math.round(100 * share)} %`;
  for (const claim of [
    `a standard deviation of ${fifth.deviation.toFixed(2)} at $\\alpha = 0.2$, of ${one.deviation.toFixed(2)} at 1 and of ${thirtyTwo.deviation.toFixed(2)} at 32`,
    `the weaker image gets ${percent(fifth.meanWeaker)} of the blend at $\\alpha = 0.2$, ${percent(one.meanWeaker)} at $\\alpha = 1$ and ${percent(thirtyTwo.meanWeaker)} at $\\alpha = 32$`,
    `at $\\alpha = 0.4$ just ${percent(strengthAt(0.4).barely / 2)} of all $\\lambda$ lie below 0.1`,
    'at $\\alpha = 8$ fewer than one in ten thousand',
    'At $\\alpha = 0.1$ it is eight in ten, at $\\alpha = 1$ two in ten',
    'At $\\alpha = 0.2$ two pairs in three are barely mixed; at $\\alpha = 1$ one in five',
  ]) {
    expect(text).toContain(claim);
  }
  expect(guessNamed('barely-mixed').ours).toContain(`${percent(fifth.barely)} of all pairs`);
  expect(Math.abs(fifth.barely - 2 / 3)).toBeLessThan(0.01);
  expect(strengthAt(0.1).barely).toBeCloseTo(0.8, 1);
  expect(one.barely).toBeCloseTo(0.2, 10);
  expect(eight.barely).toBeLessThan(1e-4);
});
