import { defaultsOf } from '../../parameters/parameter.ts';
import type { FigureFormula, FormulaNow } from '../kit/formula/live-formula.ts';
import { labelShares } from '../kit/pictures/label-shares.ts';
import { drawnPicture, type Picture } from '../kit/pictures/picture.ts';
import { blendPicturesParameters } from './parameters.ts';

/**
 * What the formula of mixing says of two pictures.
 *
 * @param lambda weight of the first, from 0 to 1
 */
export function formulaNow(lambda: number, first: Picture, second: Picture): FormulaNow {
  const weight = { sym: 'lambda', text: lambda.toFixed(2) };
  const rest = (1 - lambda).toFixed(2);
  const [one, other = one] = labelShares(first.label, second.label, lambda);
  const color = (name = 'a'): string => `var(--class-${name})`;
  const share = Math.round(1000 * lambda) / 10;
  return {
    lines: [
      [
        { sym: 'xt', text: 'picture' },
        ' = ',
        weight,
        ' × ',
        { sym: 'xi', text: first.name },
        ` + ${rest} × `,
        { sym: 'xj', text: second.name },
      ],
      [
        { sym: 'yt', text: 'label' },
        ' = ',
        weight,
        ' × ',
        { sym: 'yi', text: `“${first.label}”` },
        ` + ${rest} × `,
        { sym: 'yj', text: `“${second.label}”` },
      ],
    ],
    knobs: { lambda: { value: lambda, text: `λ = ${lambda.toFixed(2)}` } },
    colors: {
      first: color(one?.color),
      second: color(other?.color),
      blend: `color-mix(in oklab, ${color(one?.color)} ${share}%, ${color(other?.color)})`,
    },
  };
}

const { lambda, first, second } = defaultsOf(blendPicturesParameters);

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
  knobs: { lambda: blendPicturesParameters.lambda },
  first: formulaNow(lambda, drawnPicture(first), drawnPicture(second)),
} satisfies FigureFormula;
