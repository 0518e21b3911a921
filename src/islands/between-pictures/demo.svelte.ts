import { errorRate } from '../../core/statistics/classification.ts';
import type { PictureSet } from '../../core/data/pictures.ts';
import { forward, logSoftmax } from '../../core/training/forward.ts';
import type { EngineName, TrainingEnsemble } from '../../engine/engine.ts';
import { DivergedError } from '../../engine/run/diverged-error.ts';
import type { Run, RunState } from '../../engine/run/run.ts';
import { tellError } from '../../engine/tell-error.ts';
import {
  blendPairs,
  keptShares,
  pictureMethods,
  picturesEnsemble,
  picturesNetwork,
  picturesProtocol,
  type PicturePair,
} from '../../studies/between-pictures.ts';
import { openAnswers } from '../../studies/stored-pictures.ts';
import { LastAsked } from '../kit/demo/last-asked.ts';
import type { ShownPair } from './shown-pair.ts';
import { isStill } from '../kit/wake/is-still.ts';

/** What is read off both networks at a record. */
interface Reading {
  /** `[methods, parameters]` */
  readonly parameters: Float64Array;
  /** Share of the test pictures that each names wrongly, once the training is over. */
  readonly errors: readonly number[] | undefined;
}

/** What the figure shows of its run. */
interface RunView {
  readonly state: RunState;
  readonly step: number;
  readonly engine: EngineName;
  readonly device: string | undefined;
  readonly modelStepsPerSecond: number | undefined;
  readonly notices: readonly string[];
}

const untouched: RunView = {
  state: 'idle',
  step: picturesProtocol.steps,
  engine: 'cpu',
  device: undefined,
  modelStepsPerSecond: undefined,
  notices: [],
};

/** Which pairs are looked at, and how often the next one was asked for. */
type PairKind = 'chosen' | 'byLot';

/** The figure's state: the pair, and what two networks say of it, stored ones or ones trained here. */
export class BetweenPicturesDemo {
  pair: ShownPair;
  answers: Float32Array;
  kind: PairKind = $state('chosen');
  view: RunView = $state.raw(untouched);
  /** Share of the pictures fetched for training, while they come. */
  fetched: number | undefined = $state();
  /** Errors on the test pictures of the networks trained here. */
  errors: readonly number[] | undefined = $state.raw();
  /** Seed of the networks that speak. */
  seed: number;
  notices: readonly string[] = $state.raw([]);
  /** Whether the reader has asked for a pair. */
  isTouched = $state(false);

  /** The demo's root, once it is in the page. */
  element: Element | undefined;
  readonly #shownSeed: number;
  readonly #next: Record<PairKind, number> = { chosen: 1, byLot: 0 };
  readonly #pairsAsked = new LastAsked();
  readonly #runsAsked = new LastAsked();
  #run: Run<Reading> | undefined;
  #pictures: PictureSet | undefined;
  #parameters: Float64Array | undefined;

  constructor(first: ShownPair, shownSeed: number) {
    this.pair = $state.raw(first);
    this.answers = $state.raw(openAnswers(first));
    this.seed = $state(shownSeed);
    this.#shownSeed = shownSeed;
  }

  /** Shows the next pair of a kind; the first again after the last. */
  async nextPair(kind: PairKind): Promise<void> {
    const isLast = this.#pairsAsked.ask();
    try {
      const [{ fetchPairs }, { showPair }] = await Promise.all([import('./fetch-pairs.ts'), import('./shown-pair.ts')]);
      const pairs = (await fetchPairs())[kind];
      const next = pairs[this.#next[kind] % pairs.length];
      if (!isLast() || !next) return;
      this.#next[kind] += 1;
      this.kind = kind;
      this.isTouched = true;
      this.pair = showPair(next);
      this.notices = [];
      this.#showAnswers();
    } catch (error) {
      this.notices = [tellError(error)];
    }
  }

  /** Trains two networks here, as the stored ones were trained; again with the next seed after that. */
  async train(): Promise<void> {
    if (this.view.state === 'done') this.seed += 1;
    this.#endRun();
    const isLast = this.#runsAsked.ask();
    this.view = { ...untouched, state: 'preparing', step: 0, engine: this.view.engine, device: this.view.device };
    this.errors = undefined;
    try {
      const [{ Run }, { demoPage }, { fetchMnist }] = await Promise.all([
        import('../../engine/run/run.ts'),
        import('../kit/demo/page.ts'),
        import('../../data/mnist/mnist.ts'),
      ]);
      if (!this.#pictures) this.fetched = 0;
      const pictures = this.#pictures ?? (await fetchMnist((share) => (this.fetched = share)));
      this.#pictures = pictures;
      this.fetched = undefined;
      if (!isLast() || !this.element) return;
      const { engine, scheduler } = demoPage();
      this.#run = new Run({
        steps: picturesProtocol.steps,
        recordEvery: picturesProtocol.steps / 60,
        ensemble: picturesEnsemble(pictures, [this.seed]),
        scheduler,
        pageEngine: engine,
        read: (training, { step, parameters }) => readNetworks(training, pictures, step, parameters),
        element: this.element,
        onChange: () => this.#show(),
      });
      this.#run.play();
    } catch (error) {
      this.fetched = undefined;
      if (isLast()) this.view = { ...this.view, state: 'failed', notices: [tellError(error)] };
    }
  }

  /** Back to the stored networks. */
  reset(): void {
    this.#endRun();
    this.view = { ...untouched, engine: this.view.engine, device: this.view.device };
    this.fetched = undefined;
    this.errors = undefined;
    this.seed = this.#shownSeed;
    this.#parameters = undefined;
    this.#showAnswers();
  }

  dispose(): void {
    this.#endRun();
  }

  #endRun(): void {
    this.#runsAsked.ask();
    this.#run?.dispose();
    this.#run = undefined;
  }

  #show(): void {
    const run = this.#run;
    if (!run) return;
    this.view = {
      state: run.state,
      step: run.records.at(-1)?.step ?? 0,
      engine: run.engine?.name ?? this.view.engine,
      device: run.engine?.device ?? this.view.device,
      modelStepsPerSecond: run.modelStepsPerSecond,
      notices: run.failure ? [...run.notices, run.failure] : run.notices,
    };
    // Under reduced motion the picture changes once, when the run has come to rest.
    if (run.state === 'running' && isStill()) return;
    const { record } = run;
    if (!record || record.reading.parameters === this.#parameters) return;
    this.#parameters = record.reading.parameters;
    this.errors = record.reading.errors;
    this.#showAnswers();
  }

  #showAnswers(): void {
    this.answers =
      this.#pictures && this.#parameters
        ? answersOf(this.#pictures, this.#parameters, this.pair)
        : openAnswers(this.pair);
  }
}

async function readNetworks(
  training: TrainingEnsemble,
  { inputs, labels, width, classes }: PictureSet,
  step: number,
  parameters: Float64Array,
): Promise<Reading> {
  if (parameters.some(Number.isNaN)) throw new DivergedError(step);
  if (step < picturesProtocol.steps) return { parameters, errors: undefined };
  const { trainingRows } = picturesProtocol;
  const right = labels.subarray(trainingRows);
  const logs = await training.evaluate(inputs.slice(trainingRows * width));
  const size = right.length * classes;
  const errors = pictureMethods.map((_, m) => errorRate(logs.subarray(m * size, (m + 1) * size), right, classes));
  return { parameters, errors };
}

/** What both networks say all along between two pictures: `[methods, shares, classes]`. */
function answersOf(pictures: PictureSet, parameters: Float64Array, pair: PicturePair): Float32Array {
  const blends = Float64Array.from(blendPairs(pictures, [pair], keptShares));
  const size = parameters.length / pictureMethods.length;
  const network = picturesNetwork(pictures);
  return Float32Array.from(
    pictureMethods.flatMap((_, m) => {
      const own = parameters.subarray(m * size, (m + 1) * size);
      const logits = forward(network, own, blends, keptShares.length).at(-1) as Float64Array;
      return Array.from(logSoftmax(logits, pictures.classes), Math.exp);
    }),
  );
}
