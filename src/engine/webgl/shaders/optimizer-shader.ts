import type { Optimizer } from '../../../core/training/optimizer.ts';
import { fragmentShader, type FragmentShader } from './fragment-shader.ts';

/**
 * One step of the optimizer for all parameters: reads weights, both moments and the gradient, writes weights and both
 * moments. Weight decay joins the gradient. The numbers come as uniforms, so that changing a rate compiles nothing.
 */
export function optimizerShader(kind: Optimizer['kind']): FragmentShader {
  return fragmentShader({
    slots: ['state', 'gradients'],
    uniforms:
      kind === 'adam'
        ? ['vec4 rates', 'vec4 complements', 'float weightDecay']
        : ['float learningRate', 'float momentum', 'float weightDecay'],
    outputs: 3,
    main: `
  ivec2 here = ivec2(gl_FragCoord.xy);
  vec4 weights = texelFetch(state_0, here, 0);
  int slot = here.y & 3;
  ivec2 block = ivec2(here.x, here.y >> 2);
  vec4 gradient = weightDecay * weights;
  if (slot == 0) gradient += texelFetch(gradients_0, block, 0);
  else if (slot == 1) gradient += texelFetch(gradients_1, block, 0);
  else if (slot == 2) gradient += texelFetch(gradients_2, block, 0);
  else gradient += texelFetch(gradients_3, block, 0);
  vec4 first = texelFetch(state_1, here, 0);
  ${kind === 'adam' ? adamUpdate : sgdUpdate}
  out1 = first;`,
  });
}

/** `rates`: learning rate, beta1, beta2, epsilon. `complements`: 1 - beta1, 1 - beta2 and both bias corrections. */
const adamUpdate = `
  vec4 second = texelFetch(state_2, here, 0);
  first = rates.y * first + complements.x * gradient;
  second = rates.z * second + complements.y * gradient * gradient;
  out0 = weights - rates.x * (first * complements.z) / (sqrt(second * complements.w) + rates.w);
  out2 = second;`;

const sgdUpdate = `
  first = momentum * first + gradient;
  out0 = weights - learningRate * first;
  out2 = vec4(0.0);`;
