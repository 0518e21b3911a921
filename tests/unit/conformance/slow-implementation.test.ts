import { describe, expect, it } from 'vitest';
import { initialParameters } from '../../../src/core/training/network.ts';
import { createPlan } from '../../../src/core/training/create-plan.ts';
import { draw } from '../../../src/core/training/draw.ts';
import { ermPolicy, mixupPolicy } from '../../../src/core/training/policy.ts';
import { lossAndGradient } from '../../../src/core/training/reference.ts';
import { allPolicies } from '../../gpu/conformance/policies.ts';
import { createProblem } from '../../gpu/conformance/problems.ts';
import { inputGradient, toFlat, toLayers } from '../../gpu/conformance/slow-network.ts';
import { slowLossAndGradient } from '../../gpu/conformance/slow-training.ts';
import { relativeError } from '../../gpu/conformance/tolerances.ts';
import { expectSome } from '../../expect-some.ts';

/*
 * The conformance suite trusts tests/gpu/conformance/slow-*.ts. Here they are held against finite differences, which know
 * nothing of backpropagation, and against the core's reference, which shares no code with them.
 */

const policies = allPolicies(2);
const names = Object.keys(policies);
const ensemble = createProblem({ sizes: [3, 5, 4, 3], batch: 6, rows: 24, policies: Object.values(policies) });
const plan = createPlan(ensemble);

describe('the slow implementation', () => {
  it.each(expectSome(names, 'policies'))('has the gradient of its own loss, by central differences (%s)', (name) => {
    const m = names.indexOf(name);
    const parameters = Array.from(initialParameters(ensemble.network, 9));
    const { gradient } = slowLossAndGradient(ensemble, plan, m, 3, parameters);
    const shift = 1e-5;
    const lossAt = (k: number, by: number): number =>
      slowLossAndGradient(ensemble, plan, m, 3, parameters.with(k, (parameters[k] as number) + by)).loss;
    const differences = parameters.map((_, k) => (lossAt(k, shift) - lossAt(k, -shift)) / (2 * shift));
    expect(relativeError(gradient, differences)).toBeLessThan(1e-8);
  });

  for (const activation of ['tanh', 'relu'] as const) {
    it(`agrees with the core's reference on batches mixed beforehand (${activation})`, () => {
      const some = [ermPolicy, mixupPolicy(1), mixupPolicy(1, { lambdaPer: 'example', labelSmoothing: 0.1 })];
      const { network, batch, inputs, members, ...rest } = createProblem({
        sizes: [4, 8, 6, 3],
        activation,
        batch: 9,
        policies: some,
      });
      const problemPlan = createPlan({ network, batch, inputs, members, ...rest });
      some.forEach(({ labelSmoothing }, m) => {
        const labels = (members[m] as (typeof members)[number]).labels;
        const mixed = { inputs: new Float64Array(batch * 4), labels: new Float64Array(batch * 3), count: batch };
        for (let r = 0; r < batch; r += 1) {
          const { first: i, second: j, lambda } = draw(problemPlan, m, 5, r);
          for (let u = 0; u < 4; u += 1)
            mixed.inputs[r * 4 + u] =
              lambda * (inputs[i * 4 + u] as number) + (1 - lambda) * (inputs[j * 4 + u] as number);
          for (let c = 0; c < 3; c += 1) {
            const hard = (labels[i] === c ? lambda : 0) + (labels[j] === c ? 1 - lambda : 0);
            mixed.labels[r * 3 + c] = hard * (1 - labelSmoothing) + labelSmoothing / 3;
          }
        }
        const parameters = initialParameters(network, 4);
        const slow = slowLossAndGradient({ network, batch, inputs, members, ...rest }, problemPlan, m, 5, parameters);
        const reference = lossAndGradient(network, parameters, mixed);
        expect(Math.abs(slow.loss - reference.loss)).toBeLessThan(1e-12);
        expect(relativeError(slow.gradient, reference.gradient)).toBeLessThan(1e-12);
      });
    });
  }

  it("has the reference's input gradients", () => {
    const network = { sizes: [3, 5, 4, 3], activation: 'tanh' } as const;
    const parameters = initialParameters(network, 4);
    const point = [0.3, -1.2, 0.8];
    const label = [0.5, 0, 0.5];
    const reference = lossAndGradient(network, parameters, {
      inputs: Float64Array.from(point),
      labels: Float64Array.from(label),
      count: 1,
    });
    expect(
      relativeError(inputGradient(network, toLayers(network, parameters), point, label), reference.inputGradient),
    ).toBeLessThan(1e-12);
  });

  it('cuts flat parameters into layers and back', () => {
    const network = { sizes: [2, 3, 2], activation: 'relu' } as const;
    const flat = Array.from({ length: 17 }, (_, k) => k);
    const layers = toLayers(network, flat);
    expect(layers[0]).toEqual({
      weights: [
        [0, 1, 2],
        [3, 4, 5],
      ],
      biases: [6, 7, 8],
    });
    expect(toFlat(network, layers)).toEqual(flat);
  });
});
