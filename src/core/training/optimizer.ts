import { wholePower } from '../elementary/whole-power.ts';
import { expectInteger, expectNumber, expectOneOf } from '../expect.ts';

/** Adam (Kingma and Ba 2015, arXiv 1412.6980), with bias correction; weight decay is the paper's L2 term, added to the gradient. */
interface Adam {
  readonly kind: 'adam';
  readonly learningRate: number;
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  readonly weightDecay: number;
}

/** Stochastic gradient descent with heavy-ball momentum: v <- momentum v + g, w <- w - rate v. */
interface Sgd {
  readonly kind: 'sgd';
  readonly learningRate: number;
  readonly momentum: number;
  readonly weightDecay: number;
}

export type Optimizer = Adam | Sgd;

/** Adam with its usual constants (0.9, 0.999, 1e-8) and no weight decay. */
export function adam(learningRate: number, weightDecay = 0): Adam {
  return { kind: 'adam', learningRate, beta1: 0.9, beta2: 0.999, epsilon: 1e-8, weightDecay };
}

/** Stochastic gradient descent; plain without momentum. */
export function sgd(learningRate: number, momentum = 0, weightDecay = 0): Sgd {
  return { kind: 'sgd', learningRate, momentum, weightDecay };
}

/** The factor of the two moments in Adam's update at `step` (counted from 1): [1 / (1 - beta1^step), 1 / (1 - beta2^step)]. */
export function biasCorrections(optimizer: Adam, step: number): [number, number] {
  return [1 / (1 - wholePower(optimizer.beta1, step)), 1 / (1 - wholePower(optimizer.beta2, step))];
}

/** The most different pairs of decay rates (beta1, beta2) in one ensemble: each has bias corrections of its own at every step. */
const mostDecayRates = 32;

/**
 * The different pairs of Adam's decay rates among some members' optimizers, and which of them each member has. Members of plain
 * gradient descent have none.
 *
 * @returns one optimizer for each pair, and for each member the index of its pair, `[members]`
 */
export function decayRates(optimizers: readonly Optimizer[]): {
  readonly distinct: readonly Adam[];
  readonly of: readonly number[];
} {
  const byKey = new Map<string, Adam>();
  const keys = optimizers.map((optimizer) => {
    if (optimizer.kind === 'sgd') return '';
    const key = `${optimizer.beta1} ${optimizer.beta2}`;
    if (!byKey.has(key)) byKey.set(key, optimizer);
    return key;
  });
  const order = [...byKey.keys()];
  return { distinct: [...byKey.values()], of: keys.map((key) => Math.max(0, order.indexOf(key))) };
}

/**
 * Checks the optimizers of an ensemble's members: all of one kind, every number possible.
 *
 * @throws RangeError that names the field
 */
export function expectOptimizers(optimizers: readonly Optimizer[]): void {
  const [first] = optimizers;
  new Set(optimizers).forEach((optimizer) => {
    expectOptimizer(optimizer);
    expectOneOf('optimizer.kind (of one ensemble)', optimizer.kind, [(first as Optimizer).kind]);
  });
  expectInteger('different beta1 and beta2 of one ensemble', decayRates(optimizers).distinct.length, 0, mostDecayRates);
}

/**
 * Checks an optimizer's numbers.
 *
 * @throws RangeError that names the field
 */
export function expectOptimizer(optimizer: Optimizer): Optimizer {
  expectOneOf('optimizer.kind', optimizer.kind, ['adam', 'sgd']);
  expectNumber('optimizer.learningRate', optimizer.learningRate, 0, 100);
  expectNumber('optimizer.weightDecay', optimizer.weightDecay, 0, 1);
  if (optimizer.kind === 'adam') {
    expectNumber('optimizer.beta1', optimizer.beta1, 0, 0.9999);
    expectNumber('optimizer.beta2', optimizer.beta2, 0, 0.999999);
    expectNumber('optimizer.epsilon', optimizer.epsilon, 1e-12, 1);
  } else expectNumber('optimizer.momentum', optimizer.momentum, 0, 0.9999);
  return optimizer;
}
