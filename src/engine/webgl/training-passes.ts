import type { Ensemble } from '../../core/training/ensemble.ts';
import { biasCorrections, type Optimizer } from '../../core/training/optimizer.ts';
import { compileFor } from './compile.ts';
import { layerPass, wholePass } from './layer-targets.ts';
import type { MemberStates } from './member-states.ts';
import type { Scope } from '../scope.ts';
import { backwardShader } from './shaders/backward-shader.ts';
import { forwardShader } from './shaders/forward-shader.ts';
import type { FragmentShader } from './shaders/fragment-shader.ts';
import { gradientShader } from './shaders/gradient-shader.ts';
import { mixShader } from './shaders/mix-shader.ts';
import { optimizerShader } from './shaders/optimizer-shader.ts';
import { outputShader } from './shaders/output-shader.ts';
import type { ShaderProgram, UniformValue } from './shader-program.ts';
import type { TextureShape } from './texture-shape.ts';
import { createTrainingTextures, type TrainingTextures } from './training-textures.ts';
import type { Pass, WebglDevice } from './webgl-device.ts';

/** Trains an ensemble. */
export interface TrainingPasses {
  /** Queues one step of all members: 2 L + 2 draws for L weight layers. `step` counts from 0. */
  run(step: number): void;
}

/** Compiles the programs of a training step and allocates what they need; `scope` owns it all. */
export async function createTrainingPasses(
  device: WebglDevice,
  ensemble: Ensemble,
  shape: TextureShape,
  states: MemberStates,
  scope: Scope,
): Promise<TrainingPasses> {
  const { optimizer } = ensemble;
  const textures = createTrainingTextures(device, ensemble, shape, scope);
  const compile = (shader: FragmentShader): Promise<ShaderProgram> => compileFor(device, scope, shader);
  const gradient = await gradientPasses(ensemble, shape, textures, compile);
  const update = await compile(optimizerShader(optimizer.kind));
  // A draw cannot read what it writes, so weights and moments go from one state to the other and back.
  const stepFrom = [0, 1].map((from) => {
    const withState = { ...textures.textures, state: (states.both[from] as Pass['target']).textures };
    const next = states.both[1 - from] as Pass['target'];
    return [...gradient.map((pass) => ({ ...pass, textures: withState })), wholePass(update, next, withState)];
  });
  const uniforms = constantUniforms(optimizer);
  return {
    run(step) {
      uniforms.step = step;
      uniforms.planStart = textures.plan.startOf(step);
      if (optimizer.kind === 'adam')
        (uniforms.complements as Float32Array).set(biasCorrections(optimizer, step + 1), 2);
      for (const pass of stepFrom[states.index] as Pass[]) device.draw(pass, uniforms);
      states.swap();
    },
  };
}

/** The draws that lead to the gradient: mix, forward, output, backward, gradient. */
async function gradientPasses(
  { network, members }: Ensemble,
  { pass: shape, parameters, inputNoise }: TextureShape,
  { activations, deltas, gradients, textures }: TrainingTextures,
  compile: (shader: FragmentShader) => Promise<ShaderProgram>,
): Promise<Pass[]> {
  const depth = network.sizes.length - 1;
  const passes: Pass[] = [];
  const forward = async (shader: FragmentShader, layer: number): Promise<void> => {
    passes.push(layerPass(await compile(shader), shape.activations, activations, layer, members.length, textures));
  };
  const backward = async (shader: FragmentShader, layer: number): Promise<void> => {
    passes.push(layerPass(await compile(shader), shape.deltas, deltas, layer, members.length, textures));
  };
  await forward(mixShader(shape, network.sizes[0] as number, inputNoise), 0);
  for (let layer = 1; layer < depth; layer += 1) {
    await forward(forwardShader(network, parameters, shape, layer), layer);
  }
  await backward(outputShader(network, parameters, shape, 'mixed labels'), depth);
  for (let layer = depth - 1; layer >= 1; layer -= 1) {
    await backward(backwardShader(network, parameters, shape, layer), layer);
  }
  passes.push(wholePass(await compile(gradientShader(network, parameters, shape)), gradients, textures));
  return passes;
}

/** The optimizer's numbers as `optimizer-shader.ts` reads them; Adam's bias corrections are set at every step. */
function constantUniforms(optimizer: Optimizer): Record<string, UniformValue> {
  const { learningRate, weightDecay } = optimizer;
  if (optimizer.kind === 'sgd') return { learningRate, weightDecay, momentum: optimizer.momentum };
  const { beta1, beta2, epsilon } = optimizer;
  return {
    weightDecay,
    rates: Float32Array.of(learningRate, beta1, beta2, epsilon),
    complements: Float32Array.of(1 - beta1, 1 - beta2, 0, 0),
  };
}
