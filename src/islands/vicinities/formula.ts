import { defaultsOf } from '../../parameters/parameter.ts';
import type { FigureFormula } from '../kit/formula/live-formula.ts';
import { formulaNow } from './formula-now.ts';
import { vicinitiesParameters } from './parameters.ts';
import { wholeTally } from './tally.ts';

const { sigma, alpha, examples } = vicinitiesParameters;
const settings = defaultsOf(vicinitiesParameters);

export default {
  names: {
    n: 'n',
    nu: 'Gaussian vicinity',
    mu: 'mixup’s vicinity',
    xt: 'virtual example',
    yt: 'its label',
    xi: 'first example',
    yi: 'label of the first',
    xj: 'second example',
    yj: 'label of the second',
    lambda: 'weight λ',
    sigma: 'σ',
    alpha: 'α',
  },
  knobs: { n: examples, sigma, alpha },
  first: formulaNow(settings, wholeTally('gaussian', settings).newest, wholeTally('mixup', settings).newest),
} satisfies FigureFormula;
