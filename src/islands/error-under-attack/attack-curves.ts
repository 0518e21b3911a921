import type { LinePoint, LineSeries } from '../../figures/chart/line-series.ts';
import { attackEpsilons, type AttackMeasure, type AttackName, type Box } from '../../studies/error-under-attack.ts';
import type { ConditionSummary } from '../../studies/summarize-study.ts';

/** Errors of both methods under every attack, in percent, and how many seeds they rest on. */
export interface AttackReading {
  readonly seeds: number;
  readonly diverged: number;
  readonly curves: readonly AttackCurve[];
}

/** The error of one method under one attack against epsilon, both in percent. */
interface AttackCurve {
  readonly box: Box;
  readonly attack: AttackName;
  readonly method: 'erm' | 'mixup';
  readonly points: readonly LinePoint[];
}

const methods = ['erm', 'mixup'] as const;
const attacks = [
  { attack: 'fgsm', name: 'one step' },
  { attack: 'i-fgsm', name: 'ten steps' },
] as const;

/** Reads the figure's curves off the summary of a study; nothing as long as a method has none. */
export function readAttacks(summaries: readonly ConditionSummary<AttackMeasure>[]): AttackReading | undefined {
  const [erm, mixup] = methods.map((name) => summaries.find(({ condition }) => condition === name));
  if (!erm || !mixup) return undefined;
  const curves = (['white', 'black'] as const).flatMap((box) =>
    attacks.flatMap(({ attack }) =>
      methods.map((method): AttackCurve => ({
        box,
        attack,
        method,
        points: curveOf(method === 'erm' ? erm : mixup, box, attack),
      })),
    ),
  );
  return { seeds: Math.min(erm.seeds, mixup.seeds), diverged: erm.diverged + mixup.diverged, curves };
}

function curveOf({ measures }: ConditionSummary<AttackMeasure>, box: Box, attack: AttackName): LinePoint[] {
  return attackEpsilons.map((epsilon) => {
    const { mean, halfWidth } = measures[`${box} ${attack} ${epsilon}`].last;
    const bounds = Number.isFinite(halfWidth) && {
      low: Math.max(0, 100 * (mean - halfWidth)),
      high: Math.min(100, 100 * (mean + halfWidth)),
    };
    return { x: epsilon, y: 100 * mean, ...bounds };
  });
}

/** The four curves of one box as a chart draws them, up to an epsilon in percent; ten steps are dashed. */
export function attackSeries({ curves }: AttackReading, box: Box, end: number): LineSeries[] {
  return curves
    .filter((curve) => curve.box === box)
    .map(({ attack, method, points }) => ({
      name: `${method === 'erm' ? 'ERM' : 'mixup'}, ${attacks.find((one) => one.attack === attack)?.name ?? attack}`,
      method,
      dash: attack === 'i-fgsm',
      values: points.filter(({ x }) => x <= end),
    }));
}
