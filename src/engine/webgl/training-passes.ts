import type { Ensemble } from '../../core/ensemble.ts';
import { normalQuantiles } from '../../core/noise.ts';
import { biasCorrections, type Optimizer } from '../../core/optimizer.ts';
import { createPlanner } from '../../core/plan.ts';
import { placeOf, type ActivationLayout } from './activation-layout.ts';
import { labelTable, memberTable } from './member-table.ts';
import { createPlanWindow } from './plan-window.ts';
import { backwardShader } from './shaders/backward-shader.ts';
import { forwardShader } from './shaders/forward-shader.ts';
import type { FragmentShader } from './shaders/fragment-shader.ts';
import { gradientShader } from './shaders/gradient-shader.ts';
import { memberTexels } from './shaders/member-source.ts';
import { mixShader } from './shaders/mix-shader.ts';
import { optimizerShader } from './shaders/optimizer-shader.ts';
import { compileFor } from './compile.ts';
import type { Scope } from './scope.ts';
import { outputShader } from './shaders/output-shader.ts';
import type { ShaderProgram, UniformValue } from './shader-program.ts';
import { createTable, padToTexels } from './table.ts';
import type { TrainingShape } from './training-shape.ts';
import type { Pass, RenderTarget, WebglDevice } from './webgl-device.ts';

/** Trains an ensemble whose weights and moments are in `states`, two targets of three textures, by turns. */
export interface TrainingPasses {
  /** Queues one step from `states[current]` to the other: 2 L + 2 draws for L weight layers. */
  run(step: number, current: 0 | 1): void;
}

/** Compiles the programs of a training step and allocates what they need; `scope` owns it all. */
export async function createTrainingPasses(
  device: WebglDevice,
  ensemble: Ensemble,
  shape: TrainingShape,
  states: readonly [RenderTarget, RenderTarget],
  scope: Scope,
): Promise<TrainingPasses> {
  const { network, members, optimizer, batch } = ensemble;
  const { pass, parameters } = shape;
  const depth = network.sizes.length - 1;
  const compile = (shader: FragmentShader): Promise<ShaderProgram> => compileFor(device, scope, shader);
  const target4 = (layout: ActivationLayout): [RenderTarget, RenderTarget] =>
    layout.size.map(({ width, height }) => scope.own(device.createTarget(4, width, height))) as [
      RenderTarget,
      RenderTarget,
    ];

  const planner = createPlanner(ensemble);
  const activations = target4(pass.activations);
  const deltas = target4(pass.deltas);
  const gradients = scope.own(device.createTarget(4, parameters.width, members.length * 2));
  const labels = labelTable(ensemble);
  const memberData = scope.own(device.createData(memberTexels, members.length));
  memberData.upload(memberTable(ensemble, planner.streams, pass.activations.rowBlocks, labels.starts), members.length);
  const plan = scope.own(createPlanWindow(device, planner, batch));
  const textures: Pass['textures'] = {
    activations0: activations[0].textures,
    activations1: activations[1].textures,
    deltas0: deltas[0].textures,
    deltas1: deltas[1].textures,
    gradients: gradients.textures,
    members: [memberData.texture],
    plan: [plan.texture],
    inputs: [scope.own(createTable(device, padToTexels(ensemble.inputs, network.sizes[0] as number))).texture],
    labels: [scope.own(createTable(device, labels.entries)).texture],
    quantiles: shape.inputNoise ? [scope.own(createTable(device, normalQuantiles())).texture] : [],
  };

  const layerPass = async (
    shader: FragmentShader,
    layout: ActivationLayout,
    targets: readonly [RenderTarget, RenderTarget],
    layer: number,
  ): Promise<Pass> => {
    const { parity, x, width } = placeOf(layout, layer);
    const target = targets[parity];
    return {
      program: await compile(shader),
      target,
      x: x,
      width: width * Math.min(layout.columns, members.length),
      height: target.height,
      textures,
    };
  };
  const passes: Pass[] = [
    await layerPass(mixShader(pass, network.sizes[0] as number, shape.inputNoise), pass.activations, activations, 0),
  ];
  for (let layer = 1; layer < depth; layer += 1)
    passes.push(await layerPass(forwardShader(network, parameters, pass, layer), pass.activations, activations, layer));
  passes.push(await layerPass(outputShader(network, parameters, pass, 'mixed labels'), pass.deltas, deltas, depth));
  for (let layer = depth - 1; layer >= 1; layer -= 1)
    passes.push(await layerPass(backwardShader(network, parameters, pass, layer), pass.deltas, deltas, layer));
  passes.push({
    program: await compile(gradientShader(network, parameters, pass)),
    target: gradients,
    x: 0,
    width: gradients.width,
    height: gradients.height,
    textures,
  });
  const update = await compile(optimizerShader(optimizer.kind));

  const from = (current: 0 | 1): Pass[] => {
    const withState = { ...textures, state: states[current].textures };
    const next = states[current === 0 ? 1 : 0];
    return [
      ...passes.map((p) => ({ ...p, textures: withState })),
      { program: update, target: next, x: 0, width: next.width, height: next.height, textures: withState },
    ];
  };
  const byState = [from(0), from(1)] as const;
  const uniforms: Record<string, UniformValue> = constantUniforms(optimizer);
  return {
    run(step, current) {
      uniforms.step = step;
      uniforms.planStart = plan.startOf(step);
      if (optimizer.kind === 'adam')
        (uniforms.complements as Float32Array).set(biasCorrections(optimizer, step + 1), 2);
      for (const one of byState[current]) device.draw(one, uniforms);
    },
  };
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
