import { defineParameters } from '../../parameters/parameter.ts';
import { seedsParameter } from '../kit/study/seeds-parameter.ts';

/** Everything a reader can set in the figure of margins and slopes. */
export const marginParameters = defineParameters({ seeds: seedsParameter('4') });
