import { defaultsOf } from '../../parameters/parameter.ts';
import type { FigureFormula } from '../kit/formula/live-formula.ts';
import { formulaNow } from './formula-now.ts';
import { lossOfBlendParameters } from './parameters.ts';

export default {
  names: {
    lt: 'loss of the blend',
    li: 'loss with the first label',
    lj: 'loss with the second label',
    lambda: 'λ',
    p: 'p',
  },
  knobs: lossOfBlendParameters,
  first: formulaNow(defaultsOf(lossOfBlendParameters)),
} satisfies FigureFormula;
