/* What the engine calls; see `kernels.ts` of the engine for what each does. */
export { product } from './dense';
export { gradient } from './gradient';
export { activate, scaleBySlope, mixSides, splitSides } from './activation';
export { deltaOfLogits, logProbabilities, targets } from './softmax';
export { dropUnits, addNoise } from './noise';
export { drawBatch } from './draw';
export { gather, gatherMixed } from './gather';
export { adam, sgd } from './update';
