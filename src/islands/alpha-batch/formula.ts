import type { FigureFormula } from '../kit/formula/live-formula.ts';
import { formulaNow } from './formula-now.ts';
import { alphaBatchParameters } from './parameters.ts';

export default {
  names: { density: 'density', lambda: 'λ', alpha: 'α' },
  knobs: { alpha: alphaBatchParameters.alpha },
  first: formulaNow(alphaBatchParameters.alpha.default),
} satisfies FigureFormula;
