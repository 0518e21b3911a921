import { describe, expect, it } from 'vitest';
import type { NetworkName } from '../../../../scripts/bench/bench-settings.ts';
import type { ContenderName } from '../../../../scripts/bench/contenders.ts';
import type { TrainingResult } from '../../../../scripts/bench/report.ts';
import { judge, type Verdict } from '../../../../scripts/bench/verdicts.ts';

function result(
  network: NetworkName,
  contender: ContenderName,
  members: number,
  modelStepsPerSecond: number,
  dispatchesPerStep = 0,
): TrainingResult {
  return {
    network,
    contender,
    members,
    modelStepsPerSecond,
    timings: [modelStepsPerSecond],
    steps: 1,
    dispatchesPerStep,
    threadMicroseconds: 0,
  };
}

function find(verdicts: readonly Verdict[], ...words: readonly string[]): Verdict {
  const found = verdicts.filter(({ target }) => words.every((word) => target.includes(word)));
  expect(found).toHaveLength(1);
  return found[0] as Verdict;
}

describe('verdicts of the bench', () => {
  it('divide our speed by that of the baseline with the same network and as many members', () => {
    const verdicts = judge([
      result('2-16-16-2', 'webgpu', 1, 3000),
      result('2-16-16-2', 'webgpu', 32, 7900),
      result('64-64-64-10', 'webgpu', 1, 1),
      result('2-16-16-2', 'layers-webgl', 1, 100),
      result('2-16-16-2', 'layers-webgl', 32, 99),
      result('2-16-16-2', 'layers-cpu', 1, 1),
    ]);
    expect(find(verdicts, '2-16-16-2, 1 member:', 'webgpu')).toMatchObject({ measured: 30, verdict: 'met' });
    const many = find(verdicts, '2-16-16-2, 32 members:', 'webgpu');
    expect(many.measured).toBeCloseTo(79.8, 1);
    expect(many.verdict).toBe('not met');
  });

  it('want more than a draw where the baseline is to be beaten', () => {
    const tie = [result('64-64-64-10', 'cpu', 32, 50), result('64-64-64-10', 'autodiff-cpu', 32, 50)];
    expect(find(judge(tie), '64-64-64-10, 32 members: cpu').verdict).toBe('not met');
    const ahead = [result('64-64-64-10', 'cpu', 32, 51), result('64-64-64-10', 'autodiff-cpu', 32, 50)];
    expect(find(judge(ahead), '64-64-64-10, 32 members: cpu').verdict).toBe('met');
  });

  it('say so where one side was not measured', () => {
    const verdicts = judge([result('2-16-16-2', 'webgl', 1, 1000)]);
    expect(find(verdicts, '2-16-16-2, 1 member: webgl')).not.toHaveProperty('measured');
    expect(find(verdicts, '2-16-16-2, 1 member: webgl').verdict).toBe('not measured');
  });

  it('hold the worst case of WebGL draws against 2 L + 3', () => {
    const good = [result('2-16-16-2', 'webgl', 1, 1, 8), result('64-64-64-10', 'webgl', 128, 1, 9)];
    expect(find(judge(good), 'dispatches', 'webgl')).toMatchObject({ measured: 9, verdict: 'met' });
    const bad = [...good, result('2-16-16-2', 'webgl', 8, 1, 10)];
    expect(find(judge(bad), 'dispatches', 'webgl')).toMatchObject({ measured: 10, verdict: 'not met' });
  });

  it('leave out WebGPU steps longer than a frame, which are split on purpose', () => {
    const slow = result('64-64-64-10', 'webgpu', 32, 222, 4);
    expect(find(judge([slow]), 'dispatches', 'webgpu').verdict).toBe('not measured');
    const quick = result('2-16-16-2', 'webgpu', 32, 6400, 0.3);
    expect(find(judge([slow, quick]), 'dispatches', 'webgpu')).toMatchObject({ measured: 0.3, verdict: 'met' });
    const wasteful = result('2-16-16-2', 'webgpu', 1, 6400, 2);
    expect(find(judge([slow, quick, wasteful]), 'dispatches', 'webgpu').verdict).toBe('not met');
  });
});
