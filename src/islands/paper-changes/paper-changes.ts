import { facts } from '../../paper/paper-facts.ts';
import { changeWords as says } from './words.ts';

/** An error in percent with ERM and with mixup, as the paper reports it. */
interface PaperChange {
  readonly name: string;
  /** Table or figure of the paper, and alpha where it is stated. */
  readonly source: string;
  readonly before: number;
  readonly after: number;
}

const { fig3a_cifar, fig4_google_commands, table1_imagenet, table2_corrupted_labels, table3_adversarial, table4_uci } =
  facts.tables;

/** The one row of a table that has all these fields. */
function row<Row extends object>(rows: readonly Row[], fields: Partial<Row>): Row {
  const found = rows.filter((one) => Object.entries(fields).every(([key, value]) => one[key as keyof Row] === value));
  if (found.length !== 1)
    throw new Error(`paper-facts.json: expected one row with ${JSON.stringify(fields)}, came ${found.length}.`);
  return found[0] as Row;
}

/** What mixup changes, from the paper's tables: where it gains most first, where it loses last. */
export function paperChanges(): PaperChange[] {
  const cifar = row(fig3a_cifar.rows, { dataset: 'CIFAR-10', model: 'PreAct ResNet-18' });
  const htru2 = row(table4_uci.rows, { dataset: 'Htru2' });
  const noisy = (method: string) => row(table2_corrupted_labels.rows, { corruption_pct: 50, method }).test_last;
  const imagenet = (epochs: number, method: string) =>
    row(table1_imagenet.rows, { model: 'ResNet-50', epochs, method }).top1;
  const spoken = (model: string, alpha: number | null) => row(fig4_google_commands.rows, { model, alpha }).test;
  const attacked = (metric: string, method: string) =>
    row(table3_adversarial.rows, { setting: 'white box', metric, method });
  const rows = [
    {
      name: says.noisy,
      source: says.noisySource,
      before: noisy('ERM'),
      after: noisy('mixup'),
    },
    {
      name: says.spokenLarge,
      source: says.spokenSource,
      before: spoken('VGG-11', null),
      after: spoken('VGG-11', 0.2),
    },
    { name: says.cifar, source: says.cifarSource, before: cifar.ERM, after: cifar.mixup },
    {
      name: says.oneStep,
      source: says.oneStepSource,
      before: attacked('top1', 'ERM').FGSM,
      after: attacked('top1', 'mixup').FGSM,
    },
    {
      name: says.longer,
      source: says.imagenetSource,
      before: imagenet(200, 'ERM'),
      after: imagenet(200, 'mixup'),
    },
    {
      name: says.shorter,
      source: says.imagenetSource,
      before: imagenet(90, 'ERM'),
      after: imagenet(90, 'mixup'),
    },
    { name: says.pulsars, source: says.pulsarsSource, before: htru2.ERM, after: htru2.mixup },
    {
      name: says.tenSteps,
      source: says.tenStepsSource,
      before: attacked('top5', 'ERM')['I-FGSM'],
      after: attacked('top5', 'mixup')['I-FGSM'],
    },
    {
      name: says.spokenSmall,
      source: says.spokenSource,
      before: spoken('LeNet', null),
      after: spoken('LeNet', 0.2),
    },
  ];
  return rows.sort((a, b) => a.after / a.before - b.after / b.before);
}
