import { defaultsOf } from '../../parameters/parameter.ts';
import type { FigureFormula, FormulaNow } from '../kit/formula/live-formula.ts';
import { labelShares } from '../kit/pictures/label-shares.ts';
import { drawnPicture, type Picture } from '../kit/pictures/picture.ts';
import { blendPicturesParameters } from './parameters.ts';
import { localNumber } from '../../words/number-words.ts';
import { fill } from '../../words/words.ts';
import { blendWords } from './words.ts';

/**
 * What the formula of mixing says of two pictures.
 *
 * @param lambda weight of the first, from 0 to 1
 */
export function formulaNow(lambda: number, first: Picture, second: Picture): FormulaNow {
  const weight = { sym: 'lambda', text: localNumber(lambda.toFixed(2)) };
  const rest = localNumber((1 - lambda).toFixed(2));
  const quoted = ({ label }: Picture): string => fill(blendWords.quoted, { label });
  const [one, other = one] = labelShares(first.label, second.label, lambda);
  const color = (name = 'a'): string => `var(--class-${name})`;
  const share = Math.round(1000 * lambda) / 10;
  return {
    lines: [
      [
        { sym: 'xt', text: blendWords.picture },
        ' = ',
        weight,
        ' × ',
        { sym: 'xi', text: first.name },
        ` + ${rest} × `,
        { sym: 'xj', text: second.name },
      ],
      [
        { sym: 'yt', text: blendWords.label },
        ' = ',
        weight,
        ' × ',
        { sym: 'yi', text: quoted(first) },
        ` + ${rest} × `,
        { sym: 'yj', text: quoted(second) },
      ],
    ],
    knobs: { lambda: { value: lambda, text: `λ = ${weight.text}` } },
    colors: {
      first: color(one?.color),
      second: color(other?.color),
      blend: `color-mix(in oklab, ${color(one?.color)} ${share}%, ${color(other?.color)})`,
    },
  };
}

const { lambda, first, second } = defaultsOf(blendPicturesParameters);

export default {
  get names() {
    return {
      lambda: 'λ',
      xi: blendWords.firstPicture,
      xj: blendWords.secondPicture,
      xt: blendWords.blended,
      yi: blendWords.firstLabel,
      yj: blendWords.secondLabel,
      yt: blendWords.blendedLabel,
    };
  },
  knobs: { lambda: blendPicturesParameters.lambda },
  get first() {
    return formulaNow(lambda, drawnPicture(first), drawnPicture(second));
  },
} satisfies FigureFormula;
