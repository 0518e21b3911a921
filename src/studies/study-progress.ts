import { modelSteps, type Measurement, type Measures, type Study, type StudyPart, type TrialResult } from './study.ts';

/** How far a study is. What it says is read off when it is asked, and costs nothing before. */
export interface StudyProgress<Name extends string> {
  /** Of the networks that came to their end. */
  readonly complete: readonly TrialResult<Name>[];
  /** Of the networks that are being trained, as far as they were measured. */
  readonly underway: readonly TrialResult<Name>[];
  /** Share of all training that is done, from 0 to 1. */
  readonly done: number;
  /** The step that the networks being trained have reached, those furthest on. */
  readonly step: number;
  /** Steps times networks trained until now. */
  readonly modelSteps: number;
}

/** One part of a study on its way. */
interface PartUnderWay<Name extends string> {
  /** Tells the step that was reached. */
  reach(step: number): void;
  /** Tells what was measured of each network there. */
  measured(step: number, measures: readonly Measures<Name>[]): void;
  /** Tells the fingerprint of each network's final weights, where the engine gives the same bits everywhere. */
  ended(fingerprints: readonly (string | undefined)[]): void;
  /** Tells which test rows each network answers right. */
  hit(hits: readonly Uint8Array[]): void;
}

/** What came in of one part. */
interface PartSoFar<Name extends string> {
  readonly part: StudyPart<Name>;
  readonly curves: Measurement<Name>[][];
  step: number;
  fingerprints: readonly (string | undefined)[];
  hits: readonly Uint8Array[];
}

/** Keeps what comes in of a study's parts. */
export class StudyRecord<Name extends string> implements StudyProgress<Name> {
  readonly #total: number;
  readonly #steps: number;
  readonly #order: (result: TrialResult<Name>) => number;
  readonly #parts: PartSoFar<Name>[] = [];

  constructor(study: Study<Name>, seeds: readonly number[]) {
    this.#total = modelSteps(study, seeds.length);
    this.#steps = study.steps;
    const { conditions } = study;
    this.#order = ({ trial: { condition, seed } }) =>
      seeds.indexOf(seed) * conditions.length + conditions.findIndex(({ name }) => name === condition.name);
  }

  /** Begins with a part. */
  begin(part: StudyPart<Name>): PartUnderWay<Name> {
    const own: PartSoFar<Name> = { part, curves: part.trials.map(() => []), step: 0, fingerprints: [], hits: [] };
    this.#parts.push(own);
    return {
      reach: (step) => (own.step = step),
      measured: (step, measures) => measures.forEach((one, m) => own.curves[m]?.push({ step, measures: one })),
      ended: (fingerprints) => (own.fingerprints = fingerprints),
      hit: (hits) => (own.hits = hits),
    };
  }

  get complete(): readonly TrialResult<Name>[] {
    return this.#results((isComplete) => isComplete);
  }

  get underway(): readonly TrialResult<Name>[] {
    return this.#results((isComplete) => !isComplete);
  }

  get done(): number {
    return this.modelSteps / this.#total;
  }

  get step(): number {
    const underWay = this.#parts.filter(({ step }) => step < this.#steps);
    return Math.max(0, ...(underWay.length > 0 ? underWay : this.#parts).map(({ step }) => step));
  }

  get modelSteps(): number {
    return this.#parts.reduce((sum, { step, part }) => sum + step * part.trials.length, 0);
  }

  /** Seed by seed and condition by condition, however the parts were cut. */
  #results(wanted: (isComplete: boolean) => boolean): TrialResult<Name>[] {
    return this.#parts
      .flatMap(({ part, curves, fingerprints, hits }) =>
        part.trials.map((trial, m) => ({
          trial,
          curve: curves[m]?.slice() ?? [],
          fingerprint: fingerprints[m],
          hits: hits[m],
        })),
      )
      .filter(({ curve }) => wanted(curve.at(-1)?.step === this.#steps))
      .sort((a, b) => this.#order(a) - this.#order(b));
  }
}
