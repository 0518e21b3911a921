import { layers, sequential, tensor2d, train, type Sequential, type Tensor } from '@tensorflow/tfjs';
import type { Problem, Training } from './bench-page.ts';
import { firstBatch } from './first-batch.ts';

/** TensorFlow.js' layers as its guide uses them: `await model.trainOnBatch(x, y)`, on tensors that are ready; several models take turns. */
export function prepareWithLayers(problem: Problem): Promise<Training> {
  const models = Array.from({ length: problem.members }, () => createModel(problem));
  const batch = firstBatch(problem);
  const inputs = tensor2d(batch.inputs, [problem.batch, problem.sizes[0] as number]);
  const labels = tensor2d(batch.labels, [problem.batch, problem.sizes.at(-1) as number]);
  let grid: { points: Float32Array; tensor: Tensor } | undefined;
  return Promise.resolve({
    async train(steps) {
      for (let step = 0; step < steps; step += 1) {
        for (const model of models) await model.trainOnBatch(inputs, labels);
      }
    },
    readBack: () => readLast(models.map((model) => model.getWeights().at(-1) as Tensor)),
    async evaluate(points) {
      if (grid?.points !== points) {
        grid?.tensor.dispose();
        grid = { points, tensor: tensor2d(points, [points.length / 2, 2]) };
      }
      const { tensor } = grid;
      const results = models.map((model) => model.predict(tensor, { batchSize: points.length }) as Tensor);
      const values = await readLast(results);
      results.forEach((result) => result.dispose());
      return values;
    },
    dispose() {
      models.forEach((model) => model.dispose());
      [inputs, labels, grid?.tensor].forEach((tensor) => tensor?.dispose());
    },
  });
}

function createModel({ sizes, learningRate }: Problem): Sequential {
  const model = sequential();
  sizes.slice(1).forEach((units, l) => {
    const activation = l === sizes.length - 2 ? 'softmax' : 'relu';
    const kernelInitializer = 'heNormal';
    model.add(layers.dense({ units, activation, kernelInitializer, inputShape: [sizes[l] as number] }));
  });
  model.compile({ optimizer: train.adam(learningRate), loss: 'categoricalCrossentropy' });
  return model;
}

/** Reads all tensors back, as a reader of all models must; returns the last one's numbers. */
async function readLast(tensors: readonly Tensor[]): Promise<ArrayLike<number>> {
  const values = await Promise.all(tensors.map((tensor) => tensor.data()));
  return values.at(-1) as ArrayLike<number>;
}
