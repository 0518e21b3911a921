import type { FormulaNow } from '../kit/formula/live-formula.ts';
import { labelColor } from '../../figures/label/label-color.ts';
import type { Place } from '../../figures/plane/surface-point.ts';
import type { Settings } from './settings.ts';
import type { Tally } from './tally.ts';

/** What the formulas of vicinities say: the settings, and where the virtual examples that were drawn last come from. */
export function formulaNow(
  { examples, sigma, alpha }: Settings,
  gaussian: Tally['newest'],
  mixup: Tally['newest'],
): FormulaNow {
  const lambda = mixup?.lambda ?? 0.5;
  return {
    lines: [
      [{ sym: 'n', text: `n = ${examples}` }, ' examples, each with the same share'],
      [
        { sym: 'nu', text: 'drawn last' },
        ': ',
        { sym: 'xt', text: place(gaussian?.point) },
        ', from ',
        { sym: 'xi', text: place(gaussian?.from[0]) },
        ' with ',
        { sym: 'sigma', text: `σ = ${sigma.toFixed(2)}` },
      ],
      [
        { sym: 'mu', text: 'drawn last' },
        ': ',
        { sym: 'xt', text: place(mixup?.point) },
        ' = ',
        { sym: 'lambda', text: lambda.toFixed(2) },
        ' × ',
        { sym: 'xi', text: place(mixup?.from[0]) },
        ` + ${(1 - lambda).toFixed(2)} × `,
        { sym: 'xj', text: place(mixup?.from[1]) },
      ],
      [{ sym: 'alpha', text: `α = ${alpha}` }, ', the strength that λ is drawn with'],
    ],
    knobs: {
      n: { value: examples, text: `${examples} examples` },
      sigma: { value: sigma, text: `σ = ${sigma.toFixed(2)}` },
      alpha: { value: alpha, text: `α = ${alpha}` },
    },
    colors: { first: 'var(--ink)', second: 'var(--ink-muted)', blend: labelColor(mixup?.point.label ?? 0.5) },
  };
}

/** A point of the plane in numbers; a dash where nothing was drawn. */
function place(point: Place | undefined): string {
  if (!point) return '–';
  const written = (value: number): string => value.toFixed(2).replace('-', '−');
  return `(${written(point.x)}, ${written(point.y)})`;
}
