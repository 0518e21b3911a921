import { crossEntropy } from '../../figures/chart/blend-loss.ts';
import { labelColor } from '../../figures/label/label-color.ts';
import type { ValuesOf } from '../../parameters/parameter.ts';
import type { FormulaNow } from '../kit/formula/live-formula.ts';
import type { lossOfBlendParameters } from './parameters.ts';

/** What the formula of the mixed loss says of one answer. */
export function formulaNow({ lambda, p }: ValuesOf<typeof lossOfBlendParameters>): FormulaNow {
  const loss = (share: number): string => crossEntropy(p, share).toFixed(2);
  return {
    lines: [
      [
        { sym: 'lt', text: loss(lambda) },
        ' = ',
        { sym: 'lambda', text: lambda.toFixed(2) },
        ' × ',
        { sym: 'li', text: loss(1) },
        ` + ${(1 - lambda).toFixed(2)} × `,
        { sym: 'lj', text: loss(0) },
        ' nats',
      ],
      [{ sym: 'p', text: `p = ${p.toFixed(2)}` }, ' for class A'],
    ],
    knobs: {
      lambda: { value: lambda, text: `λ = ${lambda.toFixed(2)}` },
      p: { value: p, text: `p = ${p.toFixed(2)}` },
    },
    colors: { first: labelColor(0), second: labelColor(1), blend: labelColor(1 - lambda) },
  };
}
