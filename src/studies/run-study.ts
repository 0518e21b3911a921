import { fingerprint } from '../core/training/fingerprint.ts';
import type { Engine } from '../engine/engine.ts';
import type { Measurement, Study, TrialResult } from './study.ts';

/**
 * Runs a study to its end on an engine, as scripts do it; nothing is measured before the first step.
 *
 * @param report called with the share done, from 0 to 1
 */
export async function runStudy<Name extends string>(
  engine: Engine,
  study: Study<Name>,
  seeds: readonly number[],
  report: (done: number) => void = () => undefined,
): Promise<TrialResult<Name>[]> {
  const { steps, measureEvery } = study;
  const results: TrialResult<Name>[] = [];
  const parts = study.parts(seeds);
  for (const [p, part] of parts.entries()) {
    const training = await engine.prepare(part.ensemble);
    const curves = part.trials.map((): Measurement<Name>[] => []);
    while (training.step < steps) {
      await training.train(Math.min(measureEvery, steps - training.step));
      const measured = await part.measure(training);
      measured.forEach((measures, m) => curves[m]?.push({ step: training.step, measures }));
      report((p + training.step / steps) / parts.length);
    }
    const { parameters } = await training.snapshot();
    training.dispose();
    const width = parameters.length / part.trials.length;
    results.push(
      ...part.trials.map((trial, m) => ({
        trial,
        curve: curves[m] ?? [],
        fingerprint: engine.sameBits ? fingerprint(parameters.subarray(m * width, (m + 1) * width)) : undefined,
      })),
    );
  }
  return results;
}
