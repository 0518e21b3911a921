/* What a worker is seldom asked for, in a file of its own: it is fetched when it first is. */
export { normalQuantiles } from '../../core/random/normal-quantiles.ts';
export { createCut } from './cut-pictures.ts';
export { countPoints, mixRows } from './mix.ts';
