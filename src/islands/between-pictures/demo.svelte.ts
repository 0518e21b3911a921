import { errorRate } from '../../core/statistics/classification.ts';
import type { PictureSet } from '../../core/data/pictures.ts';
import { forward, logSoftmax } from '../../core/training/forward.ts';
import type { FetchProgress } from '../../data/fetch-data.ts';
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
import { isStill } from '../kit/wake/is-still.ts';
import type { BlendedSet, PerSet } from './blended-set.ts';
import type { ShownPair } from './shown-pair.ts';

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

/** Code that fetches what is trained on. */
const fetchers: PerSet<() => Promise<(onProgress: FetchProgress) => Promise<PictureSet>>> = {
  digits: async () => (await import('../../data/mnist/mnist.ts')).fetchMnist,
  clothes: async () => (await import('../../data/fashion-mnist/fashion-mnist.ts')).fetchFashionMnist,
};

const untouched: RunView = {
  state: 'idle',
  step: picturesProtocol.steps,
  engine: 'cpu',
  device: undefined,
  modelStepsPerSecond: undefined,
  notices: [],
};

/** Which pairs are looked at. */
type PairKind = 'chosen' | 'byLot';

/** What is known of each set before anything of it is fetched. */
export interface SetFacts {
  /** Seed of the stored networks. */
  readonly shownSeed: number;
  /** Length of the file of its pairs. */
  readonly bytes: number;
}

/** The figure's state: the pair, and what two networks say of it, stored ones or ones trained here. */
export class BetweenPicturesDemo {
  set: BlendedSet = $state('digits');
  pair: ShownPair;
  answers: Float32Array;
  kind: PairKind = $state('chosen');
  view: RunView = $state.raw(untouched);
  /** Share of a file of pictures that has come, while it is fetched. */
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
  readonly #facts: PerSet<SetFacts>;
  /** How many pairs of each kind were shown. */
  readonly #shown: PerSet<Record<PairKind, number>> = {
    digits: { chosen: 1, byLot: 0 },
    clothes: { chosen: 0, byLot: 0 },
  };
  readonly #pairsAsked = new LastAsked();
  readonly #runsAsked = new LastAsked();
  #run: Run<Reading> | undefined;
  readonly #pictures: Partial<Record<BlendedSet, PictureSet>> = {};
  #parameters: Float64Array | undefined;

  constructor(first: ShownPair, facts: PerSet<SetFacts>) {
    this.pair = $state.raw(first);
    this.answers = $state.raw(openAnswers(first));
    this.seed = $state(facts.digits.shownSeed);
    this.#facts = facts;
  }

  /** Shows the next pair of a kind; the first again after the last. Networks trained here see pictures of one set only. */
  async nextPair(kind: PairKind, set: BlendedSet = this.set): Promise<void> {
    const isLast = this.#pairsAsked.ask();
    try {
      const [{ fetchPairs }, { showPair }] = await Promise.all([import('./fetch-pairs.ts'), import('./shown-pair.ts')]);
      const onProgress = (share: number): void => {
        if (isLast()) this.fetched = share;
      };
      const pairs = (await fetchPairs(set, this.#facts[set].bytes, onProgress))[kind];
      const next = pairs[this.#shown[set][kind] % pairs.length];
      if (!isLast() || !next) return;
      this.#shown[set][kind] += 1;
      this.fetched = undefined;
      this.kind = kind;
      this.isTouched = true;
      const shown = showPair(next, set);
      if (set === this.set) this.pair = shown;
      else this.#change(set, shown);
      this.notices = [];
      this.#showAnswers();
    } catch (error) {
      if (!isLast()) return;
      this.fetched = undefined;
      this.notices = [tellError(error)];
    }
  }

  /** Trains two networks here, as the stored ones were trained; again with the next seed after that. */
  async train(): Promise<void> {
    if (this.view.state === 'done') this.seed += 1;
    this.#endRun();
    const { set } = this;
    const isLast = this.#runsAsked.ask();
    this.view = { ...untouched, state: 'preparing', step: 0, engine: this.view.engine, device: this.view.device };
    this.errors = undefined;
    try {
      const [{ Run }, { demoPage }, fetchSet] = await Promise.all([
        import('../../engine/run/run.ts'),
        import('../kit/demo/page.ts'),
        fetchers[set](),
      ]);
      if (!this.#pictures[set] && isLast()) this.fetched = 0;
      const onProgress = (share: number): void => {
        if (isLast()) this.fetched = share;
      };
      const pictures = (this.#pictures[set] ??= await fetchSet(onProgress));
      if (!isLast()) return;
      this.fetched = undefined;
      if (!this.element) return;
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
      if (!isLast()) return;
      this.fetched = undefined;
      this.view = { ...this.view, state: 'failed', notices: [tellError(error)] };
    }
  }

  /** Back to the stored networks. */
  reset(): void {
    this.#endRun();
    this.view = { ...untouched, engine: this.view.engine, device: this.view.device };
    this.fetched = undefined;
    this.errors = undefined;
    this.seed = this.#facts[this.set].shownSeed;
    this.#parameters = undefined;
    this.#showAnswers();
  }

  dispose(): void {
    this.#endRun();
  }

  #change(set: BlendedSet, pair: ShownPair): void {
    this.set = set;
    this.pair = pair;
    this.reset();
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
    const pictures = this.#pictures[this.set];
    this.answers =
      pictures && this.#parameters ? answersOf(pictures, this.#parameters, this.pair) : openAnswers(this.pair);
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
