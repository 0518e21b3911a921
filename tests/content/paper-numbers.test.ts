import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import facts from '../../content/paper/paper-facts.json' with { type: 'json' };

/** An article's text on one line. */
const article = (slug: string): string =>
  readFileSync(join(import.meta.dirname, `../../content/articles/${slug}.mdx`), 'utf8').replace(/\s+/g, ' ');

/** The one row of a table of the paper that has all these fields. */
function row<Row extends object>(rows: readonly Row[], fields: Partial<Row>): Row {
  const found = rows.filter((one) => Object.entries(fields).every(([key, value]) => one[key as keyof Row] === value));
  expect(found, JSON.stringify(fields)).toHaveLength(1);
  return found[0] as Row;
}

const percent = (value: number): string => value.toFixed(1);

test('what “Training with mixup” reports from the paper is what the paper says', () => {
  const { fig3a_cifar: cifar, fig4_google_commands: speech, table1_imagenet: imagenet, table2_corrupted_labels: noisy } = facts.tables;
  const resnet = row(cifar.rows, { dataset: 'CIFAR-10', model: 'PreAct ResNet-18' });
  const spoken = (model: string, alpha: number | null) => percent(row(speech.rows, { model, alpha }).test);
  const { summary: misses } = facts.figures.fig2a;
  const { summary: norms } = facts.figures.fig2b;
  const [smallest, larger] = [...new Set(imagenet.rows.map(({ alpha }) => alpha).filter((alpha) => alpha !== null))].sort();
  const strong = [...new Set(noisy.rows.filter(({ method }) => method === 'mixup').map(({ alpha }) => alpha))];
  const barelyMixed = facts.beta_table.rows.find(([alpha]) => alpha === 0.2)?.[facts.beta_table.columns.indexOf('P(w<0.1)')];
  expect(barelyMixed).toBeCloseTo(2 / 3, 2);

  const text = article('training-with-mixup');
  for (const claim of [
    `PreAct ResNet-18 falls from ${percent(resnet.ERM)} to ${percent(resnet.mixup)} % (Fig. 3a)`,
    `VGG-11 falls from ${spoken('VGG-11', null)} to ${spoken('VGG-11', 0.2)} %`,
    `LeNet rises from ${spoken('LeNet', null)} to ${spoken('LeNet', 0.2)} % (Fig. 4, $\\alpha = 0.2$)`,
    `neither of the two in about ${percent(misses['ERM_at_0.5'])} % of cases, the mixup network in about ${percent(misses['mixup_at_0.5'])} % (Fig. 2a)`,
    `about ${norms['ERM_at_0.5']} with ERM and ${norms['mixup_at_0.5']} with mixup (Fig. 2b)`,
    `about ${norms.ERM_at_ends} with ERM and ${norms.mixup_at_ends} with mixup`,
    `$\\alpha = ${facts.hyperparameters.cifar.alpha}$ for CIFAR (Sec. 3.2), ${smallest} or ${larger} for ImageNet (Table 1)`,
    `${strong.join(' or ')} for corrupted labels (Table 2)`,
    'At $\\alpha = 0.2$ about two thirds of the draws give the weaker image less than 10 % of the blend',
  ]) {
    expect(text).toContain(claim);
  }
});
