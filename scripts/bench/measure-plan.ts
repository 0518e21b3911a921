import { moons } from '../../src/core/data/moons.ts';
import { createPlan } from '../../src/core/training/create-plan.ts';
import { draw } from '../../src/core/training/draw.ts';
import { allRows } from '../../src/core/training/ensemble.ts';
import { adam } from '../../src/core/training/optimizer.ts';
import { mixupPolicy } from '../../src/core/training/policy.ts';
import { batch } from './bench-settings.ts';
import { median } from '../../src/core/statistics/median.ts';

const members = 32;
const steps = 100;

/**
 * The cost of a run's random choices by themselves, drawn in TypeScript by Node on one core: microseconds for one step of one
 * model, which draws for each of its 64 examples. The engines draw where they train, in languages of their own.
 *
 * @param repeats how many timings to take the median of
 */
export function measurePlan(repeats: number): number {
  const { inputs, labels } = moons(1000, 0.1, 1);
  const rows = allRows(labels.length);
  const [policy, optimizer] = [mixupPolicy(1), adam(0.003)];
  const plan = createPlan({
    network: { sizes: [2, 16, 16, 2], activation: 'relu' },
    inputs,
    members: Array.from({ length: members }, (_, seed) => ({ seed, policy, optimizer, labels, rows })),
    batch,
  });
  let sum = 0;
  const timings = Array.from({ length: repeats + 1 }, () => {
    const start = performance.now();
    for (let step = 0; step < steps; step += 1)
      for (let member = 0; member < members; member += 1)
        for (let example = 0; example < batch; example += 1) sum += draw(plan, member, step, example).lambda;
    return (1000 * (performance.now() - start)) / (steps * members);
  });
  // What nobody looks at need not be computed.
  if (!Number.isFinite(sum)) throw new Error('A lambda was not a number.');
  return median(timings.slice(1));
}
