import type { NetworkName } from './bench-settings.ts';
import type { ContenderName } from './contenders.ts';
import type { TrainingResult } from './report.ts';

/** Ours against a baseline: model-steps per second, ours by theirs. */
interface RatioTarget {
  readonly network: NetworkName;
  readonly members: number;
  readonly ours: ContenderName;
  readonly baseline: ContenderName;
  readonly atLeast: number;
}

interface DispatchTarget {
  readonly ours: ContenderName;
  readonly limit: string;
  readonly most: (weightLayers: number) => number;
  /** Seconds; slower steps are not judged. */
  readonly longestStep: number;
}

/** One target, what was measured for it, and whether that meets it. */
export interface Verdict {
  readonly target: string;
  /** Missing if either side was not measured. */
  readonly measured?: number;
  readonly verdict: 'met' | 'not met' | 'not measured';
}

const small = '2-16-16-2';
const digits = '64-64-64-10';

const ratioTargets: readonly RatioTarget[] = [
  { network: small, members: 1, ours: 'webgpu', baseline: 'layers-webgl', atLeast: 30 },
  { network: small, members: 32, ours: 'webgpu', baseline: 'layers-webgl', atLeast: 80 },
  { network: small, members: 1, ours: 'webgl', baseline: 'layers-webgl', atLeast: 12 },
  { network: small, members: 32, ours: 'webgl', baseline: 'layers-webgl', atLeast: 40 },
  { network: small, members: 1, ours: 'cpu', baseline: 'layers-cpu', atLeast: 10 },
  { network: small, members: 32, ours: 'cpu', baseline: 'layers-cpu', atLeast: 20 },
  ...[1, 32].flatMap((members): RatioTarget[] => [
    { network: digits, members, ours: 'webgpu', baseline: 'autodiff-webgl', atLeast: 1 },
    { network: digits, members, ours: 'webgl', baseline: 'autodiff-webgl', atLeast: 1 },
    { network: digits, members, ours: 'cpu', baseline: 'autodiff-cpu', atLeast: 1 },
  ]),
];

/** The engines' limits on dispatches in one step, for any number of members of a network with `weightLayers` weight layers. */
const dispatchTargets: readonly DispatchTarget[] = [
  { ours: 'webgl', limit: '2 L + 3', most: (weightLayers) => 2 * weightLayers + 3, longestStep: Infinity },
  // A step that takes longer than a frame may be split by members.
  { ours: 'webgpu', limit: '1, in steps of up to 16 ms', most: () => 1, longestStep: 0.016 },
];

/** Holds results against the project's targets, in their order. */
export function judge(results: readonly TrainingResult[]): Verdict[] {
  return [...ratioTargets.map((target) => judgeRatio(target, results)), ...judgeDispatches(results)];
}

function judgeRatio(
  { network, members, ours, baseline, atLeast }: RatioTarget,
  results: readonly TrainingResult[],
): Verdict {
  const speedOf = (contender: ContenderName): number | undefined =>
    results.find((r) => r.network === network && r.members === members && r.contender === contender)
      ?.modelStepsPerSecond;
  const [our, their] = [speedOf(ours), speedOf(baseline)];
  const goal = atLeast === 1 ? 'faster than' : `at least ${atLeast} x`;
  const target = `${network}, ${members === 1 ? '1 member' : `${members} members`}: ${ours} ${goal} ${baseline}`;
  if (our === undefined || their === undefined) return { target, verdict: 'not measured' };
  const measured = our / their;
  const met = atLeast === 1 ? measured > 1 : measured >= atLeast;
  return { target, measured, verdict: met ? 'met' : 'not met' };
}

function judgeDispatches(results: readonly TrainingResult[]): Verdict[] {
  return dispatchTargets.map(({ ours, limit, most, longestStep }) => {
    const own = results.filter((r) => r.contender === ours && r.members / r.modelStepsPerSecond <= longestStep);
    const target = `dispatches for one step of ${ours}, worst case: at most ${limit}`;
    if (own.length === 0) return { target, verdict: 'not measured' };
    const excess = (r: TrainingResult): number => r.dispatchesPerStep - most(r.network.split('-').length - 1);
    const worst = own.reduce((a, b) => (excess(b) > excess(a) ? b : a));
    return { target, measured: worst.dispatchesPerStep, verdict: excess(worst) <= 0 ? 'met' : 'not met' };
  });
}
