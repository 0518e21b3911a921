import { baked, bakedFile } from '../../islands/kit/baked/baked-results.ts';
import { presets } from '../../islands/erm-vs-mixup/presets.ts';
import { extentOf } from '../../islands/erm-vs-mixup/surface-grid.ts';
import { writtenResult } from '../written-numbers.ts';
import type { GuessDefinition } from './guess.ts';

/** Half of the pairs have two labels, and cost half a nat on average over λ; the others cost nothing. */
const least = 0.5 * 0.5;

const result = (of: string): string => writtenResult({ experiment: 'erm-vs-mixup', of });
const mean = (of: string): number => baked('erm-vs-mixup', of).mean;
const seeds = (bakedFile('erm-vs-mixup')['seeds'] as readonly number[]).length;
const bothErr = (situation: string): string =>
  `Over ${seeds} seeds ERM gets ${result(`${situation}.erm.error`)} of the new points wrong, and mixup ${result(`${situation}.mixup.error`)}.`;

/**
 * A line between the moons, from the lower left to the upper right, as shares of their plane.
 *
 * @param bend how far it follows them into each other: 1 along both, 0 hardly
 */
function boundary(bend: number): number[] {
  const preset = presets.find(({ name }) => name === 'clean-moons');
  if (!preset) throw new Error('The guess of a boundary: expected the situation "clean-moons", found none.');
  const { x: across, y: up } = extentOf(preset.settings);
  const shareOf = (value: number, [from, to]: readonly [number, number]): number => (value - from) / (to - from);
  const right = [0, 0.2, 0.4, 0.6, 0.8, 1, 1.2, 1.45].map((x) => {
    // It leads in under one moon's foot, and out again behind it.
    const dip = Math.sin((Math.PI * Math.min(x, 1.2)) / 0.8) * (x > 0.8 ? 0.6 : 1);
    return [x, 0.45 * x - 0.58 * bend * dip] as const;
  });
  // One moon is the other turned by half a turn.
  const left = right.slice(1).map(([x, y]) => [-x, -y] as const);
  return [...left.reverse(), ...right]
    .flatMap(([x, y]) => [shareOf(x, across), 1 - shareOf(y, up)])
    .map((share) => Number(share.toFixed(3)));
}

/** What the article on training asks. */
export default [
  {
    id: 'wrong-labels',
    question: 'Of 100 new points with right labels, how many will ERM get wrong?',
    asks: {
      kind: 'number',
      from: 0,
      to: 50,
      step: 1,
      start: 10,
      decimals: 0,
      unit: '',
      ends: ['none', '50, a coin toss'],
      came: mean('noisy-moons.erm.error'),
    },
    ours: bothErr('noisy-moons'),
  },
  {
    id: 'straighter-line',
    question: 'Where will mixup draw its line between the two?',
    drawnOn: { figure: 'erm-vs-mixup', over: 'plane', nth: 1 },
    asks: {
      kind: 'line',
      how: 'Draw it on the right plane, or take one of these:',
      lines: [
        { name: 'along the moons', numbers: boundary(1) },
        { name: 'straighter', numbers: boundary(0.4) },
        { name: 'one straight line', numbers: boundary(0) },
      ],
    },
    ours: `Its line is the straighter one, and pays for it. ${bothErr('clean-moons')}`,
  },
  {
    id: 'lowest-loss',
    question:
      'ERM’s training loss can come as close to 0 as you like. Take two equally common classes and α = 1. How low can mixup’s training loss go, in nats?',
    asks: {
      kind: 'number',
      from: 0,
      to: 0.7,
      step: 0.05,
      start: 0.35,
      decimals: 2,
      unit: 'nat',
      ends: ['0', '0.7, a coin toss'],
      came: least,
    },
    ours: `Not below ${least} nat on average, whatever the network: a soft label costs its entropy at the least.`,
  },
] satisfies readonly GuessDefinition[];
