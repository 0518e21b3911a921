import { optimizerKind, type Ensemble } from '../../core/training/ensemble.ts';
import { biasCorrections, decayRates } from '../../core/training/optimizer.ts';
import { normalQuantiles } from '../../core/random/noise.ts';
import { createPlanner } from '../../core/training/plan.ts';
import type { Scope } from '../scope.ts';
import { createLayerTargets, layerPass, wholePass, type LayerTargets } from './layer-textures.ts';
import { labelTable, memberRecords, memberTexels } from './member-records.ts';
import type { MemberStates } from './member-states.ts';
import { createPlanWindow, type PlanWindow } from './plan-window.ts';
import { compileFor, type ShaderProgram, type UniformValue } from './programs.ts';
import { backwardShader } from './shaders/backward-shader.ts';
import { forwardShader } from './shaders/forward-shader.ts';
import type { FragmentShader } from './shaders/fragment-shader.ts';
import { gradientShader } from './shaders/gradient-shader.ts';
import { mixShader } from './shaders/mix-shader.ts';
import { optimizerShader } from './shaders/optimizer-shader.ts';
import { outputShader } from './shaders/output-shader.ts';
import { createTable, padToTexels } from './tables.ts';
import type { TextureShape } from './texture-shape.ts';
import type { Pass, RenderTarget, WebglDevice } from './webgl-device.ts';

/** Queues one training step of all members: 2 L + 2 draws for L weight layers. `step` counts from 0. */
type TrainingStep = (step: number) => void;

/** Compiles the programs of a training step and allocates what they need; `scope` owns it all. */
export async function createTrainingStep(
  device: WebglDevice,
  ensemble: Ensemble,
  shape: TextureShape,
  states: MemberStates,
  scope: Scope,
): Promise<TrainingStep> {
  const rates = decayRates(ensemble.members.map(({ optimizer }) => optimizer)).distinct;
  device.programs.announce(2 * ensemble.network.sizes.length);
  const textures = createTrainingTextures(device, ensemble, shape, scope);
  const compile = (shader: FragmentShader): Promise<ShaderProgram> => compileFor(device, scope, shader);
  const gradient = await gradientPasses(ensemble, shape, textures, compile);
  const update = await compile(optimizerShader(optimizerKind(ensemble), rates.length));
  // A draw cannot read what it writes, so weights and moments go from one state to the other and back.
  const stepFrom = [0, 1].map((from) => {
    const withState = { ...textures.textures, state: (states.both[from] as Pass['target']).textures };
    const next = states.both[1 - from] as Pass['target'];
    return [...gradient.map((pass) => ({ ...pass, textures: withState })), wholePass(update, next, withState)];
  });
  const corrections = new Float32Array(2 * rates.length);
  const uniforms: Record<string, UniformValue> = { corrections };
  return (step) => {
    uniforms.step = step;
    uniforms.planStart = textures.plan.startOf(step);
    rates.forEach((pair, k) => corrections.set(biasCorrections(pair, step + 1), 2 * k));
    for (const pass of stepFrom[states.index] as Pass[]) device.draw(pass, uniforms);
    states.swap();
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

/** All that a training step reads and writes, but for the weights and moments. */
interface TrainingTextures {
  readonly activations: LayerTargets;
  readonly deltas: LayerTargets;
  readonly gradients: RenderTarget;
  readonly plan: PlanWindow;
  readonly textures: Pass['textures'];
}

/** Allocates and uploads them; `scope` owns them. */
function createTrainingTextures(
  device: WebglDevice,
  ensemble: Ensemble,
  { pass, parameters, inputNoise }: TextureShape,
  scope: Scope,
): TrainingTextures {
  const { network, members, batch } = ensemble;
  const planner = createPlanner(ensemble);
  const activations = createLayerTargets(device, pass.activations, scope);
  const deltas = createLayerTargets(device, pass.deltas, scope);
  const gradients = scope.own(device.createTarget(4, parameters.width, (members.length * parameters.height) / 4));
  const plan = scope.own(createPlanWindow(device, planner, batch));
  const labels = labelTable(ensemble);
  const records = scope.own(device.createData(memberTexels, members.length));
  records.upload(memberRecords(ensemble, planner.streams, pass.activations.rowBlocks, labels.starts), members.length);
  const table = (texels: Float32Array): WebGLTexture[] => [scope.own(createTable(device, texels)).texture];
  return {
    activations,
    deltas,
    gradients,
    plan,
    textures: {
      activations0: activations[0].textures,
      activations1: activations[1].textures,
      deltas0: deltas[0].textures,
      deltas1: deltas[1].textures,
      gradients: gradients.textures,
      members: [records.texture],
      plan: [plan.texture],
      inputs: table(padToTexels(ensemble.inputs, network.sizes[0] as number)),
      labels: table(labels.entries),
      quantiles: inputNoise ? table(normalQuantiles()) : [],
    },
  };
}
