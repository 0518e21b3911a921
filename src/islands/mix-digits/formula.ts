import { labelColor } from '../../figures/label/label-color.ts';
import { defaultsOf, type ValuesOf } from '../../parameters/parameter.ts';
import type { FigureFormula, FormulaNow } from '../kit/formula/live-formula.ts';
import { mixDigitsParameters } from './parameters.ts';

/** What the formula of mixing says of two digits. */
export function formulaNow({ lambda, first, second }: ValuesOf<typeof mixDigitsParameters>): FormulaNow {
  const weight = { sym: 'lambda', text: lambda.toFixed(2) };
  const rest = (1 - lambda).toFixed(2);
  return {
    lines: [
      [
        { sym: 'xt', text: 'picture' },
        ' = ',
        weight,
        ' × ',
        { sym: 'xi', text: `this ${first}` },
        ` + ${rest} × `,
        { sym: 'xj', text: `this ${second}` },
      ],
      [
        { sym: 'yt', text: 'label' },
        ' = ',
        weight,
        ' × ',
        { sym: 'yi', text: `“${first}”` },
        ` + ${rest} × `,
        { sym: 'yj', text: `“${second}”` },
      ],
    ],
    knobs: { lambda: { value: lambda, text: `λ = ${lambda.toFixed(2)}` } },
    colors: { first: labelColor(0), second: labelColor(1), blend: labelColor(1 - lambda) },
  };
}

export default {
  names: {
    lambda: 'λ',
    xi: 'first picture',
    xj: 'second picture',
    xt: 'blended picture',
    yi: 'label of the first',
    yj: 'label of the second',
    yt: 'blended label',
  },
  knobs: { lambda: mixDigitsParameters.lambda },
  first: formulaNow(defaultsOf(mixDigitsParameters)),
} satisfies FigureFormula;
