import { optimizerKind, type Ensemble } from '../../core/training/ensemble.ts';
import { biasCorrections, decayRates } from '../../core/training/optimizer.ts';
import { normalQuantiles } from '../../core/random/normal-quantiles.ts';
import type { Plan } from '../../core/training/create-plan.ts';
import type { Scope } from '../scope.ts';
import { createLayerTargets, layerPass, wholePass, type LayerTargets } from './layer-textures.ts';
import { labelTable, memberRecords, memberTexels } from './member-records.ts';
import type { MemberStates } from './member-states.ts';
import { compileFor } from './program-cache.ts';
import type { ShaderProgram, UniformValue } from './programs.ts';
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

/** Queues one training step of a chunk of members: 2 L + 2 draws for L weight layers. `step` counts from 0. */
type TrainingStep = (step: number, chunk: number) => void;

/** Compiles the programs of a training step and allocates what they need; `scope` owns it all. */
export async function createTrainingStep(
  device: WebglDevice,
  ensemble: Ensemble,
  plan: Plan,
  shape: TextureShape,
  states: MemberStates,
  scope: Scope,
): Promise<TrainingStep> {
  const rates = decayRates(ensemble.members.map(({ optimizer }) => optimizer)).distinct;
  device.programs.announce(2 * ensemble.network.sizes.length);
  const textures = createTrainingTextures(device, ensemble, plan, shape, scope);
  const compile = (shader: FragmentShader): Promise<ShaderProgram> => compileFor(device, scope, shader);
  // All programs are started before any is waited for.
  const [update, ...gradient] = await Promise.all([
    compile(optimizerShader(optimizerKind(ensemble), shape.parameters, rates.length)),
    ...gradientPasses(ensemble, shape, textures, compile),
  ]);
  const made = createStepPasses(textures, gradient, update);
  const corrections = new Float32Array(2 * rates.length);
  const uniforms: Record<string, UniformValue> = { corrections };
  return (step, chunk) => {
    uniforms.step = step;
    rates.forEach((pair, k) => corrections.set(biasCorrections(pair, step + 1), 2 * k));
    for (const pass of made(chunk, states.present(chunk), states.spare)) device.draw(pass, uniforms);
    states.swap(chunk);
  };
}

/**
 * The draws of a step for one chunk, from one state to another: a draw cannot read what it writes. Which states these are
 * goes round, so that each is made ready only once.
 */
function createStepPasses(
  { textures, records }: TrainingTextures,
  gradient: readonly Pass[],
  update: ShaderProgram,
): (chunk: number, from: RenderTarget, to: RenderTarget) => readonly Pass[] {
  const make = (chunk: number, from: RenderTarget, to: RenderTarget): readonly Pass[] => {
    const own = { ...textures, members: [records[chunk] as WebGLTexture], state: from.textures };
    return [...gradient.map((pass) => ({ ...pass, textures: own })), wholePass(update, to, own)];
  };
  const byChunk = new Map<number, Map<RenderTarget, Map<RenderTarget, readonly Pass[]>>>();
  return (chunk, from, to) => {
    const ofChunk = byChunk.get(chunk) ?? new Map<RenderTarget, Map<RenderTarget, readonly Pass[]>>();
    byChunk.set(chunk, ofChunk);
    const ofState = ofChunk.get(from) ?? new Map<RenderTarget, readonly Pass[]>();
    ofChunk.set(from, ofState);
    const passes = ofState.get(to) ?? make(chunk, from, to);
    ofState.set(to, passes);
    return passes;
  };
}

/** The draws that lead to the gradient: mix, forward, output, backward, gradient. */
function gradientPasses(
  { network }: Ensemble,
  { pass: shape, parameters, inputNoise, cuts, chunk }: TextureShape,
  { activations, deltas, gradients, textures }: TrainingTextures,
  compile: (shader: FragmentShader) => Promise<ShaderProgram>,
): Promise<Pass>[] {
  const depth = network.sizes.length - 1;
  const hidden = Array.from({ length: depth - 1 }, (_, k) => k + 1);
  const forward = async (shader: FragmentShader, layer: number): Promise<Pass> =>
    layerPass(await compile(shader), shape.activations, activations, layer, chunk, textures);
  const backward = async (shader: FragmentShader, layer: number): Promise<Pass> =>
    layerPass(await compile(shader), shape.deltas, deltas, layer, chunk, textures);
  const whole = async (shader: FragmentShader): Promise<Pass> => wholePass(await compile(shader), gradients, textures);
  return [
    forward(mixShader(shape, network.sizes, { inputNoise, cuts }), 0),
    ...hidden.map((layer) => forward(forwardShader(network, parameters, shape, layer), layer)),
    backward(outputShader(network, parameters, shape, 'mixed labels'), depth),
    ...[...hidden].reverse().map((layer) => backward(backwardShader(network, parameters, shape, layer), layer)),
    whole(gradientShader(network, parameters, shape)),
  ];
}

/** All that a training step reads and writes, but for the weights and moments. */
interface TrainingTextures {
  readonly activations: LayerTargets;
  readonly deltas: LayerTargets;
  readonly gradients: RenderTarget;
  /** The members' records, one texture for each chunk. */
  readonly records: readonly WebGLTexture[];
  /** All other textures but the states. */
  readonly textures: Pass['textures'];
}

/** Allocates and uploads them; `scope` owns them. */
function createTrainingTextures(
  device: WebglDevice,
  ensemble: Ensemble,
  plan: Plan,
  { pass, parameters, inputNoise, chunk, chunks }: TextureShape,
  scope: Scope,
): TrainingTextures {
  const { network } = ensemble;
  const activations = createLayerTargets(device, pass.activations, scope);
  const deltas = createLayerTargets(device, pass.deltas, scope);
  const gradients = scope.own(device.createTarget(4, parameters.width, (chunk * parameters.height) / 4));
  const labels = labelTable(ensemble);
  const records = memberRecords(ensemble, plan.members, labels.starts, chunk);
  const recordNumbers = 4 * memberTexels * chunk;
  const table = (texels: Float32Array): WebGLTexture[] => [scope.own(createTable(device, texels)).texture];
  return {
    activations,
    deltas,
    gradients,
    records: Array.from({ length: chunks }, (_, k) => {
      const own = scope.own(device.createData(memberTexels, chunk));
      own.upload(records.subarray(k * recordNumbers, (k + 1) * recordNumbers), chunk);
      return own.texture;
    }),
    textures: {
      activations0: activations[0].textures,
      activations1: activations[1].textures,
      deltas0: deltas[0].textures,
      deltas1: deltas[1].textures,
      gradients: gradients.textures,
      plan: table(plan.table),
      inputs: table(padToTexels(ensemble.inputs, network.sizes[0] as number)),
      labels: table(labels.entries),
      quantiles: inputNoise ? table(normalQuantiles()) : [],
    },
  };
}
