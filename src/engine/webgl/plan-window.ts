import type { Planner } from '../../core/training/plan.ts';
import { tableHeight, tableWidth } from './tables.ts';
import type { DataTexture, WebglDevice } from './webgl-device.ts';

/** Most steps planned at once, and about how many numbers: making them must not hold up the page. */
const maxSteps = 64;
const maxNumbers = 2 ** 15;

/** A stretch of the plan on the GPU: for each step all orders, all partners, all lambdas, each padded to whole texels. */
export interface PlanWindow {
  readonly texture: WebGLTexture;
  /** Texel at which a step begins; plans and uploads a new stretch when the step lies outside this one. */
  startOf(step: number): number;
  dispose(): void;
}

/** Texels of one step of a plan, and the steps that a window holds. */
function planWindowSize({ streams }: Planner, batch: number): { texels: number; steps: number } {
  const texels = (streams.orders + streams.partners + streams.lambdas) * Math.ceil(batch / 4);
  return { texels, steps: Math.max(1, Math.min(maxSteps, Math.floor(maxNumbers / (4 * texels)))) };
}

/** Makes an empty window. */
export function createPlanWindow(device: WebglDevice, planner: Planner, batch: number): PlanWindow {
  const { streams } = planner;
  const size = planWindowSize(planner, batch);
  const rowTexels = 4 * Math.ceil(batch / 4);
  const height = tableHeight(size.texels * size.steps);
  const numbers = new Float32Array(tableWidth * height * 4);
  const texture: DataTexture = device.createData(tableWidth, height);
  let first = -1;

  const fill = (from: Uint32Array | Float32Array, count: number, offset: number): void => {
    for (let step = 0; step < size.steps; step += 1) {
      for (let stream = 0; stream < count; stream += 1) {
        const start = (step * count + stream) * batch;
        numbers.set(from.subarray(start, start + batch), step * size.texels * 4 + (offset + stream) * rowTexels);
      }
    }
  };
  return {
    texture: texture.texture,
    startOf(step) {
      if (first < 0 || step < first || step >= first + size.steps) {
        const plan = planner.make(step, size.steps);
        fill(plan.orders, streams.orders, 0);
        fill(plan.partners, streams.partners, streams.orders);
        fill(plan.lambdas, streams.lambdas, streams.orders + streams.partners);
        texture.upload(numbers, height);
        first = step;
      }
      return (step - first) * size.texels;
    },
    dispose: () => texture.dispose(),
  };
}
