import type { Optimizer } from '../../../core/training/optimizer.ts';
import { memberSource } from '../member-records.ts';
import type { ParameterLayout } from '../member-states.ts';
import { quotient } from './place-source.ts';
import { fragmentShader, type FragmentShader } from './fragment-shader.ts';

/**
 * One step of the optimizer for all parameters: reads weights, both moments and the gradient, writes weights and both
 * moments. Weight decay joins the gradient. The numbers are those of each member, so that changing a rate compiles nothing.
 *
 * @param pairs how many different pairs of decay rates the members have, for Adam's bias corrections
 */
export function optimizerShader(kind: Optimizer['kind'], { bands }: ParameterLayout, pairs: number): FragmentShader {
  return fragmentShader({
    slots: ['state', 'gradients', 'members'],
    uniforms: kind === 'adam' ? [`vec2 corrections[${pairs}]`] : [],
    outputs: 3,
    functions: [memberSource],
    main: `
  ivec2 here = ivec2(gl_FragCoord.xy);
  int member = ${quotient('(here.y >> 3)', bands)};
  vec4 scales = scalesOf(member);
  vec4 rates = ratesOf(member);
  vec4 weights = texelFetch(state_0, here, 0);
  int slot = here.y & 3;
  ivec2 block = ivec2(here.x, here.y >> 2);
  vec4 gradient = scales.z * weights;
  if (slot == 0) gradient += texelFetch(gradients_0, block, 0);
  else if (slot == 1) gradient += texelFetch(gradients_1, block, 0);
  else if (slot == 2) gradient += texelFetch(gradients_2, block, 0);
  else gradient += texelFetch(gradients_3, block, 0);
  vec4 first = texelFetch(state_1, here, 0);
  ${kind === 'adam' ? adamUpdate : sgdUpdate}
  out1 = first;`,
  });
}

const adamUpdate = `
  vec4 complements = complementsOf(member);
  vec2 correction = corrections[int(scales.w)];
  vec4 second = texelFetch(state_2, here, 0);
  first = rates.y * first + complements.x * gradient;
  second = rates.z * second + complements.y * gradient * gradient;
  out0 = weights - rates.x * (first * correction.x) / (sqrt(second * correction.y) + rates.w);
  out2 = second;`;

const sgdUpdate = `
  first = rates.y * first + gradient;
  out0 = weights - rates.x * first;
  out2 = vec4(0.0);`;
