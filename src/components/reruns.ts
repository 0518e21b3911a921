import type { ConditionSummary } from '../studies/summarize-study.ts';
import { ablationPlan } from '../islands/ablation/plan.ts';
import { alphaSweepPlan } from '../islands/alpha-sweep/plan.ts';
import { capacitySweepPlan } from '../islands/capacity-sweep/plan.ts';
import { corruptedLabelsPlan } from '../islands/corrupted-labels/plan.ts';
import { learningCurvesPlan } from '../islands/learning-curves/plan.ts';
import type { RerunParameters, RerunPlan } from '../islands/kit/rerun/rerun-plan.ts';
import { tabularDataPlan } from '../islands/tabular-data/plan.ts';
import { winsAndLossesPlan } from '../islands/wins-and-losses/plan.ts';
import { bakedRerun } from '../islands/kit/baked/baked-rerun.ts';

/** What is drawn of a re-run: the part of its plan that shapes rows, and what was computed in advance. */
type Rows = Pick<RerunPlan<RerunParameters, string>, 'look' | 'columns' | 'repeats'> & {
  readonly summaries: readonly ConditionSummary<string>[];
};

/** A re-run on the page of results. */
export interface Rerun {
  readonly title: string;
  /** Its figure, as an address below the site's base. */
  readonly where: string;
  /** Its studies in `content/results/`. */
  readonly files: readonly string[];
  /** Missing where the figure has a shape of its own. */
  readonly rows?: () => Rows;
}

function rerun<T extends RerunParameters, Name extends string>(
  title: string,
  where: string,
  plan: RerunPlan<T, Name>,
  ...files: string[]
): Rerun {
  const rows = (): Rows => ({
    look: plan.look,
    columns: plan.columns,
    ...(plan.repeats && { repeats: plan.repeats }),
    summaries: files.flatMap((file) => bakedRerun(file, plan)),
  });
  return { title, where, files, rows };
}

/** The re-runs beside each experiment of the paper, by the experiment's id on the page of results. */
export const reruns: Readonly<Record<string, readonly Rerun[]>> = {
  'between-examples': [
    {
      title: 'Here: misses and gradients between digits',
      where: '/articles/training-with-mixup/#between-examples',
      files: ['between-examples'],
    },
  ],
  imagenet: [rerun('Here: α on digits', '/articles/imagenet/#alpha-sweep', alphaSweepPlan, 'alpha-sweep')],
  cifar: [
    rerun('Here: learning curves on digits', '/articles/cifar/#learning-curves', learningCurvesPlan, 'learning-curves'),
  ],
  speech: [
    rerun(
      'Here: width of the network on digits',
      '/articles/speech/#capacity-sweep',
      capacitySweepPlan,
      'capacity-sweep',
    ),
  ],
  'corrupted-labels': [
    rerun(
      'Here: wrong labels on digits',
      '/articles/corrupted-labels/#corrupted-labels',
      corruptedLabelsPlan,
      'corrupted-labels',
    ),
    {
      title: 'Here: random labels learned by heart',
      where: '/articles/supervised-learning-and-erm/#memorization',
      files: ['memorization'],
    },
  ],
  'adversarial-examples': [
    {
      title: 'Here: attacks on networks that read digits',
      where: '/articles/adversarial-examples/#error-under-attack',
      files: ['adversarial', 'adversarial-strong'],
    },
  ],
  'tabular-data': [
    rerun(
      'Here: three tables, the paper’s network',
      '/articles/tabular-data/#tabular-data',
      tabularDataPlan,
      'tabular-iris',
      'tabular-wine',
      'tabular-breast-cancer',
    ),
  ],
  ablation: [rerun('Here: the variants on digits', '/articles/ablation/#ablation', ablationPlan, 'ablation')],
  plane: [
    rerun('Five problems in the plane', '/articles/conclusions/#wins-and-losses', winsAndLossesPlan, 'plane-sets'),
  ],
};
