import { digitsRunParameters, digitsRunPresets } from '../kit/rerun/digits-run.ts';
import { ablation, ablationConditions, type AblationCondition, type AblationName } from '../../studies/ablation.ts';
import type { DifferenceRow } from '../../figures/chart/difference-rows.ts';
import type { MeasuredMean } from '../../figures/chart/interval-rows.ts';
import { digitsMeasures, type DigitsMeasure } from '../../studies/digits-study.ts';
import { digitsLength } from '../kit/rerun/digits-length.ts';
import type { ConditionLook, RerunSetup } from '../kit/rerun/rerun-setup.ts';
import { measuredChange } from '../kit/rerun/measured.ts';
import type { ConditionSummary } from '../../studies/summarize-study.ts';
import { ablationFinding, softensLabels } from './finding.ts';
import { fetchDigitTable } from '../../data/digits/digits.ts';

const inputsOnly = 'inputs mixed, labels not';
const hidden = 'hidden layer and labels mixed';

/** A variant in the words of the paper's table, and in those of the picture. */
interface VariantLook extends ConditionLook {
  readonly picture: string;
  /** Where there is little room. */
  readonly short?: string;
}

/** What mixes inputs and labels wears the color of mixup. */
const looks: Readonly<Record<AblationName, VariantLook>> = {
  erm: { label: 'nothing mixed', method: 'erm', group: 'ERM', picture: 'ERM' },
  mixup: {
    label: 'any class, random partner',
    method: 'mixup',
    group: 'mixup',
    picture: 'mixup: pictures and labels',
    short: 'mixup',
  },
  'mixup-near': {
    label: 'any class, near partner',
    method: 'mixup',
    group: 'mixup',
    picture: 'mixup, with near partners',
    short: 'mixup, near partners',
  },
  'hidden-1': {
    label: 'layer 1',
    method: 'mixup',
    group: hidden,
    picture: 'mixup in hidden layer 1',
    short: 'mixup, hidden layer 1',
  },
  'hidden-2': {
    label: 'layer 2',
    method: 'mixup',
    group: hidden,
    picture: 'mixup in hidden layer 2',
    short: 'mixup, hidden layer 2',
  },
  'inputs-same-near': {
    label: 'same class, near (SMOTE)',
    method: 'other',
    group: inputsOnly,
    picture: 'pictures only, near, same class (SMOTE)',
    short: 'pictures, near, own class',
  },
  'inputs-same': {
    label: 'same class, random partner',
    method: 'other',
    group: inputsOnly,
    picture: 'pictures only, same class',
    short: 'pictures, own class',
  },
  inputs: { label: 'any class, random partner', method: 'other', group: inputsOnly, picture: 'pictures only' },
  labels: {
    label: 'any class, random partner',
    method: 'other',
    group: 'labels mixed, inputs not',
    picture: 'labels only',
  },
  'smoothing-10': {
    label: 'ε = 0.1',
    method: 'other',
    group: 'label smoothing',
    picture: 'nothing mixed, labels smoothed',
    short: 'labels smoothed',
  },
  'inputs-smoothing-10': {
    label: 'ε = 0.1',
    method: 'other',
    group: 'inputs mixed, labels smoothed',
    picture: 'pictures mixed, labels smoothed',
    short: 'pictures + smoothing',
  },
  'noise-10': {
    label: 'σ = 0.1',
    method: 'other',
    group: 'Gaussian noise on inputs',
    picture: 'nothing mixed, noise added',
    short: 'noise added',
  },
};

/** The variants beside ERM, the one that errs least first. */
export function ablationRows(
  summaries: readonly ConditionSummary<DigitsMeasure>[],
  before: readonly ConditionSummary<DigitsMeasure>[] = [],
): DifferenceRow[] {
  const changeOf = (all: readonly ConditionSummary<DigitsMeasure>[], name: string): MeasuredMean | undefined => {
    const [erm, own] = ['erm', name].map((wanted) => all.find(({ condition }) => condition === wanted));
    return erm && own && measuredChange(erm, own, { measure: 'testError', scale: 100 });
  };
  return ablationConditions
    .flatMap(({ name }): DifferenceRow[] => {
      const change = name === 'erm' ? undefined : changeOf(summaries, name);
      if (!change) return [];
      const { picture, short } = looks[name];
      return [
        {
          key: name,
          label: picture,
          ...(short && { short }),
          // The color that does the work here: whether labels are softened.
          method: softensLabels(name) ? 'mixup' : 'other',
          change,
          before: changeOf(before, name),
          isMain: name === 'mixup',
        },
      ];
    })
    .toSorted((a, b) => a.change.mean - b.change.mean);
}

/** The variants of mixup as a figure. */
export const ablationSetup: RerunSetup<typeof digitsRunParameters, DigitsMeasure, AblationCondition> = {
  parameters: digitsRunParameters,
  presets: digitsRunPresets,
  measures: digitsMeasures,
  study: async (settings) => ablation(await fetchDigitTable(), digitsLength(settings)),
  conditions: ablationConditions,
  look: ({ name }) => looks[name],
  columns: [
    { measure: 'testError', title: 'test error, %', scale: 100, decimals: 2 },
    {
      measure: 'testError',
      title: 'minus ERM, points',
      scale: 100,
      decimals: 2,
      domain: [-3, 3],
      against: ({ name }) => (name === 'erm' ? undefined : 'erm'),
    },
    { measure: 'testLoss', title: 'test loss, nats', scale: 1, decimals: 3 },
  ],
  title: 'Errors and loss on digits of the variants of mixup, means over seeds',
  finding: (summaries) => ablationFinding(ablationRows(summaries)),
  scope: () => 'α\u00A0=\u00A01',
  results: { beside: 'ablation', title: 'Here: the variants on digits', files: ['ablation'] },
};
