import { labelColor } from '../../figures/label/label-color.ts';
import type { Place, Probe } from '../../figures/plane/surface-point.ts';
import type { FigureFormula, FormulaNow } from '../kit/formula/live-formula.ts';
import { parametersOf, untouchedLook } from './address.ts';
import { presets } from './presets.ts';
import { initialProbe } from './probe-ends.ts';

const number = (value: number): string => value.toFixed(2).replace('-', '−').replace('−0.00', '0.00');
const place = ({ x, y }: Place): string => `(${number(x)}, ${number(y)})`;
const classes = ['blue', 'orange'] as const;

/**
 * What the formula of mixing says of two points of the plane.
 *
 * @param ends labels of i and j: 0 for class A, 1 for class B
 */
export function formulaNow({ a, b }: Probe, lambda: number, ends: readonly [0 | 1, 0 | 1]): FormulaNow {
  const percent = Math.round(100 * lambda);
  const [i, j] = ends;
  return {
    lines: [
      [
        { sym: 'xt', text: 'point' },
        ' = ',
        { sym: 'lambda', text: lambda.toFixed(2) },
        ' ',
        { sym: 'xi', text: place(a) },
        ` + ${(1 - lambda).toFixed(2)} `,
        { sym: 'xj', text: place(b) },
      ],
      [
        { sym: 'yt', text: 'label' },
        ' = ',
        { sym: 'yi', text: `${percent} % ${classes[i]}` },
        ' + ',
        { sym: 'yj', text: `${100 - percent} % ${classes[j]}` },
      ],
    ],
    knobs: { lambda: { value: lambda, text: `λ = ${lambda.toFixed(2)}` } },
    colors: { first: labelColor(i), second: labelColor(j), blend: labelColor(lambda * i + (1 - lambda) * j) },
  };
}

const [first] = presets;

export default {
  names: {
    lambda: 'λ',
    xi: 'point i',
    xj: 'point j',
    xt: 'blended point',
    yi: 'label of i',
    yj: 'label of j',
    yt: 'blended label',
  },
  knobs: { lambda: parametersOf(first.name, first.settings, initialProbe).lambda },
  first: formulaNow(initialProbe, untouchedLook.lambda, [0, 1]),
} satisfies FigureFormula;
