import { defaultsOf } from '../../parameters/parameter.ts';
import { readAttackNetworks } from '../../studies/attack-networks.ts';
import { bakedFile } from '../kit/baked/baked-results.ts';
import type { FigureFormula } from '../kit/formula/live-formula.ts';
import { attackOne } from './attack-one.ts';
import { formulaNow } from './formula-now.ts';
import { attackDigitParameters } from './parameters.ts';

const asked = defaultsOf(attackDigitParameters);

export default {
  names: {
    x: 'the picture',
    attacked: 'the attacked picture',
    epsilon: 'ε',
    change: 'direction of the change',
    f: 'network',
    y: 'label',
  },
  knobs: { epsilon: attackDigitParameters.epsilon },
  first: formulaNow(asked, await attackOne(readAttackNetworks(bakedFile('attack-networks')), asked)),
} satisfies FigureFormula;
