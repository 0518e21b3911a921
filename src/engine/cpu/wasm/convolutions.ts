/* What networks with convolutions call besides, a module of its own. */
export { convolve } from './convolution';
export { convolutionGradient } from './convolution-gradient';
