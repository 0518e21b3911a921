import { mislabeledPlaneSet } from '../../../../src/core/data/mislabeled-plane-set.ts';
import { planeSets } from '../../../../src/core/data/plane-sets.ts';
import { sampleBeta } from '../../../../src/core/random/beta.ts';
import { createRandom, randomInteger, streamKey } from '../../../../src/core/random/random.ts';
import { adam } from '../../../../src/core/training/optimizer.ts';
import { ermPolicy, mixupPolicy } from '../../../../src/core/training/policy.ts';
import { makeExperiment } from '../../../../src/islands/erm-vs-mixup/experiment.ts';
import { readLogProbabilities } from '../../../../src/islands/erm-vs-mixup/reading.ts';
import {
  askedExperiment,
  compareWithAsked,
  readLearned,
  usualWidth,
} from '../../../../src/studies/asked-and-learned.ts';
import { unpackShares } from '../../../../src/studies/pack-shares.ts';
import { picturePlane, wrongBlendShare } from '../../../../src/studies/plane-pictures.ts';
import { runStudy } from '../../../../src/studies/run-study.ts';
import { winsAndLosses } from '../../../../src/studies/wins-and-losses.ts';
import { hurried } from './hurried-engine.ts';
import { amount, errorOf, isRight, lossOf, resultOf, sum, type Answer, type Recomputation } from './recomputation.ts';
import { published, trainedSlowly, type SlowNetwork } from './slow-network-of.ts';
import { rowOf } from './slow-pictures.ts';

/** Problems in the plane as files name them: what is drawn, its noise and the share of wrong labels. */
const problems = {
  paper: ['rings', 0.09, 0],
  'noisy-moons': ['moons', 0.15, 0.3],
  blobs: ['blobs', 0.3, 0],
  'clean-moons': ['moons', 0.15, 0],
  spirals: ['spirals', 0.05, 0],
} as const;
type Problem = readonly ['rings' | 'moons' | 'blobs' | 'spirals', noise: number, flipped: number];

const every = (count: number): Uint32Array => Uint32Array.from({ length: count }, (_, row) => row);

/** The 1,000 examples that a seed's networks are tested on, as one answers them. */
function testAnswers({ answer }: SlowNetwork, [data, noise]: Problem, seed: number): Answer[] {
  const set = planeSets[data](1000, noise, streamKey(seed, 'test set'));
  return Array.from(set.labels, (right, row) => ({ right, logs: answer(rowOf(set, row)) }));
}

/** A network of 32 and 32 units, trained on 200 examples of a problem. */
function trainedInPlane([data, noise, flipped]: Problem, alpha: number, seed: number, steps: number): SlowNetwork {
  const { inputs, labels } = mislabeledPlaneSet(data, 200, noise, flipped, seed);
  const learning = {
    network: { sizes: [2, 32, 32, 2], activation: 'relu' },
    batch: 32,
    optimizer: adam(0.01),
  } as const;
  const policy = alpha === 0 ? ermPolicy : mixupPolicy(alpha);
  return trainedSlowly({ ...learning, policy, seed, inputs, labels, rows: every(200) }, steps);
}

const ofProblems: Recomputation = async (engine, file) => {
  const [steps, seed] = [12, 5];
  const results = await runStudy(engine, winsAndLosses(1, undefined, steps), [seed]);
  return Object.entries(problems).map(([problem, [data, noise, flipped]], k) => {
    const name = `${problem} ${k % 2 === 0 ? 'mixup' : 'erm'}`;
    const { network, ...learning } = published(file, name);
    const { inputs, labels } = mislabeledPlaneSet(data, 200, noise, flipped, seed);
    const slow = trainedSlowly({ ...learning, network, seed, inputs, labels, rows: every(200) }, steps);
    const answers = testAnswers(slow, [data, noise, flipped], seed);
    return {
      of: name,
      measured: resultOf(results, name).measures,
      slow: { testError: errorOf(answers), testLoss: lossOf(answers) },
    };
  });
};

/**
 * Of 600 blends by lot, of examples with right labels: those that fall where one class is more than twice as dense as the other, and are
 * asked to be the other one. Where examples are sparser than around nineteen twentieths of those trained on nothing counts.
 */
function slowWrongBlends([data, noise, flips]: Problem, seed: number): number {
  const { inputs, labels, flipped } = mislabeledPlaneSet(data, 200, noise, flips, seed);
  const ground = planeSets[data](4000, noise, streamKey(seed, 'ground'));
  const density = (x: number, y: number, label: number): number =>
    sum(
      Array.from(ground.labels, (one, row) =>
        one === label
          ? Math.exp(
              (-0.5 * (((ground.inputs[2 * row] ?? NaN) - x) ** 2 + ((ground.inputs[2 * row + 1] ?? NaN) - y) ** 2)) /
                0.09 ** 2,
            )
          : 0,
      ),
    );
  const at = (row: number): [number, number] => [inputs[2 * row] ?? NaN, inputs[2 * row + 1] ?? NaN];
  const around = Array.from(labels.keys(), (row) => density(...at(row), 0) + density(...at(row), 1)).sort(
    (a, b) => a - b,
  );
  const random = createRandom(seed, 'pairs counted');
  const blends = Array.from({ length: 600 }, () => {
    const [i, j] = [randomInteger(random, 200), randomInteger(random, 200)];
    const toJ = sampleBeta(1, random);
    return { i, j, toJ };
  });
  const judged = blends
    .filter(({ i, j }) => !flipped[i] && !flipped[j])
    .map(({ i, j, toJ }) => {
      const [[xi, yi], [xj, yj]] = [at(i), at(j)];
      const [x, y] = [(1 - toJ) * xi + toJ * xj, (1 - toJ) * yi + toJ * yj];
      return { a: density(x, y, 0), b: density(x, y, 1), asked: labels[toJ > 0.5 ? j : i] };
    })
    .filter(({ a, b }) => a + b >= (around[10] ?? NaN));
  const wrong = judged.filter(({ a, b, asked }) => (asked === 0 ? b > 2 * a : a > 2 * b));
  return wrong.length / judged.length;
}

const ofPictures: Recomputation = async (engine) => {
  const [steps, seed] = [20, 4];
  const { surfaces } = await picturePlane(hurried(engine, steps), 'noisy-moons', seed);
  const methods = [0, 1].map((alpha, m) => {
    const { answer } = trainedInPlane(problems['noisy-moons'], alpha, seed, steps);
    // 48 x 48 cells from -1.75 to 1.75, kept to 255 steps.
    const at = (index: number): number => -1.75 + ((index + 0.5) / 48) * 3.5;
    const apart = unpackShares(surfaces[m] ?? '').map((kept, cell) => {
      const ofB = Math.exp(answer([at(cell % 48), at(Math.floor(cell / 48))])[1] ?? NaN);
      return Math.abs(kept - ofB);
    });
    return {
      of: m === 0 ? 'erm' : 'mixup',
      measured: { cells: apart.length, apart: Math.max(...apart) },
      slow: { cells: amount(2304), apart: amount(0, 0.51 / 255) },
    };
  });
  const blends = {
    of: 'blends',
    measured: { wrongBlends: wrongBlendShare('noisy-moons', [seed]).mean },
    slow: { wrongBlends: amount(slowWrongBlends(problems['noisy-moons'], seed)) },
  };
  return [...methods, blends];
};

const ofSideBySide: Recomputation = async (engine) => {
  const steps = 12;
  const found = [];
  for (const [problem, seed] of [
    ['noisy-moons', 3],
    ['paper', 4],
  ] as const) {
    const [data, noise, flipped] = problems[problem];
    const settings = { data, noise, flipped, alpha: 1, width: 32, activation: 'relu', seed, edits: [] } as const;
    const experiment = makeExperiment(settings);
    const training = await engine.prepare(experiment.ensemble);
    await training.train(steps);
    const { parameters } = await training.snapshot();
    const { scores } = readLogProbabilities(experiment, steps, await training.evaluate(experiment.points), parameters);
    training.dispose();
    const trained = mislabeledPlaneSet(data, 200, noise, flipped, seed);
    for (const [method, alpha] of [
      ['erm', 0],
      ['mixup', 1],
    ] as const) {
      const network = trainedInPlane(problems[problem], alpha, seed, steps);
      const answers = testAnswers(network, problems[problem], seed);
      const onTrained = Array.from(trained.labels, (right, row) => ({
        right,
        logs: network.answer(rowOf(trained, row)),
      }));
      found.push({
        of: `${problem}, ${method}`,
        measured: { ...scores[method] },
        slow: { testError: errorOf(answers), testLoss: lossOf(answers), trainLoss: lossOf(onTrained) },
      });
    }
  }
  return found;
};

/** What mixup with all weights equally likely asks for in each cell: every pair at every hundredth of the way, over a Gaussian neighborhood. */
function slowAsked(
  problem: Problem,
  seed: number,
  cells: number,
  reach: number,
): { asked: number[]; weight: number[] } {
  const { inputs, labels } = mislabeledPlaneSet(problem[0], 200, problem[1], problem[2], seed);
  const weight = new Array<number>(cells * cells).fill(0);
  const ofB = [...weight];
  const cellOf = (value: number): number => Math.floor(((value + reach) / (2 * reach)) * cells);
  const places = 100;
  for (let i = 0; i < 200; i += 1)
    for (let j = 0; j < 200; j += 1)
      for (let place = 0; place < places; place += 1) {
        const lambda = (place + 0.5) / places;
        const [column, row] = [0, 1].map((axis) =>
          cellOf(lambda * (inputs[2 * i + axis] ?? NaN) + (1 - lambda) * (inputs[2 * j + axis] ?? NaN)),
        ) as [number, number];
        if (Math.min(column, row) < 0 || Math.max(column, row) >= cells) continue;
        const cell = row * cells + column;
        weight[cell] = (weight[cell] ?? NaN) + 1;
        ofB[cell] = (ofB[cell] ?? NaN) + lambda * (labels[i] ?? NaN) + (1 - lambda) * (labels[j] ?? NaN);
      }
  const side = (2 * reach) / cells;
  const near = 6;
  const asked = weight.map((own, cell) => {
    if (own === 0) return NaN;
    let [all, b] = [0, 0];
    for (let up = -near; up <= near; up += 1)
      for (let across = -near; across <= near; across += 1) {
        const [column, row] = [(cell % cells) + across, Math.floor(cell / cells) + up];
        if (Math.min(column, row) < 0 || Math.max(column, row) >= cells) continue;
        const kernel = Math.exp((-0.5 * ((across * side) ** 2 + (up * side) ** 2)) / 0.05 ** 2);
        all += kernel * (weight[row * cells + column] ?? NaN);
        b += kernel * (ofB[row * cells + column] ?? NaN);
      }
    return b / all;
  });
  return { asked, weight };
}

const ofAsked: Recomputation = async (engine) => {
  const [steps, seed, cells, reach] = [30, 3, 56, 1.75];
  const problem = ['spirals', 0.1, 0] as const;
  const experiment = askedExperiment({ problem: 'spirals', alpha: 1, seed });
  const training = await engine.prepare(experiment.ensemble);
  await training.train(steps);
  const learned = readLearned(experiment, await training.evaluate(experiment.points));
  training.dispose();
  const { errors, distances, shared } = compareWithAsked(experiment, learned, usualWidth);

  const { asked, weight } = slowAsked(problem, seed, cells, reach);
  const tests = planeSets.spirals(1000, 0.1, streamKey(seed, 'test set'));
  const center = (index: number): number => -reach + ((index + 0.5) / cells) * 2 * reach;
  const nearestAsked = (x: number, y: number): number => {
    const [column, row] = [x, y].map((value) => Math.floor(((value + reach) / (2 * reach)) * cells)) as [
      number,
      number,
    ];
    const far = asked.map((value, cell) =>
      Number.isNaN(value) ? Infinity : Math.hypot((cell % cells) - column, Math.floor(cell / cells) - row),
    );
    return asked[far.indexOf(Math.min(...far))] ?? NaN;
  };
  const isWrongAsked = Array.from(tests.labels, (label, row) => {
    const ofB = nearestAsked(...(rowOf(tests, row) as [number, number]));
    return label === 1 ? ofB <= 0.5 : ofB >= 0.5;
  });
  const networks = [0, 1].map((alpha) => trainedInPlane(problem, alpha, seed, steps));
  const [erm, mixup] = networks.map((network) => {
    const answers = testAnswers(network, problem, seed);
    const apart = asked.map((value, cell) => {
      const ofB = Math.exp(network.answer([center(cell % cells), center(Math.floor(cell / cells))])[1] ?? NaN);
      return weight[cell] === 0 ? 0 : (weight[cell] ?? NaN) * Math.abs(ofB - value);
    });
    return { answers, distance: sum(apart) / sum(weight) };
  }) as [{ answers: Answer[]; distance: number }, { answers: Answer[]; distance: number }];
  const mistakes = mixup.answers.flatMap((one, n) => (isRight(one) ? [] : [n]));
  const also = (isWrong: (n: number) => boolean) => ({
    value: mistakes.filter(isWrong).length / mistakes.length,
    within: 2.5 / mistakes.length,
  });
  return [
    {
      of: 'spirals, α = 1',
      measured: {
        'error asked for': errors.asked,
        'error of ERM': errors.erm,
        'error of mixup': errors.mixup,
        'distance of ERM': distances.erm,
        'distance of mixup': distances.mixup,
        'mistakes also asked for': shared.asked,
        'mistakes also of ERM': shared.erm,
      },
      slow: {
        // A hundred places on each pair stand for all of them.
        'error asked for': { value: isWrongAsked.filter(Boolean).length / 1000, within: 0.002 },
        'error of ERM': errorOf(erm.answers),
        'error of mixup': errorOf(mixup.answers),
        'distance of ERM': amount(erm.distance, 2e-4),
        'distance of mixup': amount(mixup.distance, 2e-4),
        'mistakes also asked for': also((n) => isWrongAsked[n] === true),
        'mistakes also of ERM': also((n) => !isRight(erm.answers[n] as Answer)),
      },
    },
  ];
};

export const ofPlanes: Readonly<Record<string, Recomputation>> = {
  'wins-and-losses': ofProblems,
  'wins-and-losses-planes': ofPictures,
  'erm-vs-mixup': ofSideBySide,
  'asked-and-learned': ofAsked,
};
