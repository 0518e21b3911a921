import type { Ensemble } from '../../core/training/ensemble.ts';
import { normalQuantiles } from '../../core/random/noise.ts';
import { createPlanner } from '../../core/training/plan.ts';
import { createLayerTargets, type LayerTargets } from './layer-targets.ts';
import { labelTable, memberTable } from './member-table.ts';
import { createPlanWindow, type PlanWindow } from './plan-window.ts';
import type { Scope } from '../scope.ts';
import { memberTexels } from './shaders/member-source.ts';
import { createTable, padToTexels } from './table.ts';
import type { TextureShape } from './texture-shape.ts';
import type { Pass, RenderTarget, WebglDevice } from './webgl-device.ts';

/** All that a training step reads and writes, but for the weights and moments. */
export interface TrainingTextures {
  readonly activations: LayerTargets;
  readonly deltas: LayerTargets;
  readonly gradients: RenderTarget;
  readonly plan: PlanWindow;
  readonly textures: Pass['textures'];
}

/** Allocates and uploads them; `scope` owns them. */
export function createTrainingTextures(
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
  records.upload(memberTable(ensemble, planner.streams, pass.activations.rowBlocks, labels.starts), members.length);
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
