import { ermPolicy, type Policy } from '../../core/training/policy.ts';
import type { Network } from '../../core/training/network.ts';
import type { Optimizer } from '../../core/training/optimizer.ts';
import { call, dict, list, value } from './python-text.ts';

/** The pieces of Python that programs are put together from: the files of `templates/`, by their names without ending. */
export type Templates = Readonly<Record<'policy' | 'digits' | 'table' | 'vowels' | 'standardize' | 'training', string>>;

/** What a study's file says of networks of one architecture. */
interface PartSettings {
  readonly network: Network;
  readonly optimizer: Optimizer | Readonly<Record<string, Optimizer>>;
  readonly batch: number;
  readonly trainingRows: number | Readonly<Record<string, number>>;
  readonly policies: Readonly<Record<string, Policy>>;
  /** Shares of labels drawn anew, of conditions that have some. */
  readonly redrawn?: Readonly<Record<string, number>>;
  /** Of conditions that have uneven classes. */
  readonly classShares?: unknown;
}

/** What is read of a file of `content/results/`. */
interface StudyFile {
  readonly settings?: { readonly data?: string; readonly steps?: number; readonly parts?: readonly PartSettings[] };
  readonly seeds?: readonly number[];
  readonly testRows?: number;
  readonly conditions?: readonly {
    readonly condition: string;
    readonly measures: {
      readonly testError?: { readonly last: { readonly mean: number; readonly halfWidth: number } };
    };
  }[];
}

/** How a study's data are read and split, in Python: known by what the study says of them. */
interface Loading {
  readonly file: string;
  readonly constants: readonly string[];
  readonly pieces: readonly (keyof Templates)[];
}

/**
 * A program in PyTorch that trains what a study trained and counts errors on its test rows: the settings are read off the study's file,
 * the rest is the same for all. Random numbers are PyTorch's own.
 *
 * @param name of the study
 * @param file as it lies in `content/results/`
 * @returns undefined where the study does what the pieces cannot, such as attacks, games, or networks that cut pictures
 */
export function studyProgram(name: string, file: object, templates: Templates): string | undefined {
  const { settings, seeds = [], testRows, conditions = [] } = file as StudyFile;
  const loading = loadingOf(settings?.data, testRows);
  const redraws = settings?.data?.includes('drawn anew uniformly') ?? false;
  const isSaid = redraws === (settings?.parts?.some(({ redrawn }) => redrawn !== undefined) ?? false);
  const parts = settings?.parts?.map(partText);
  // What is made of other networks' results is not trained.
  const trained = new Set(settings?.parts?.flatMap(({ policies }) => Object.keys(policies)));
  const errors = conditions
    .filter(({ condition }) => trained.has(condition))
    .map(({ condition, measures }) => [condition, measures.testError?.last] as const);
  if (!loading || !isSaid || !parts || !parts.every(isText) || errors.some(([, last]) => !last)) return undefined;
  const measured = errors.map(([condition, last]): [string, string] => [
    condition,
    `(${percent(last?.mean)}, ${percent(last?.halfWidth)})`,
  ]);
  const constants = [
    `DATA = ${value(loading.file)}`,
    ...loading.constants,
    `STEPS = ${settings?.steps}`,
    `SEEDS = ${seedsText(seeds)}`,
    `PARTS = ${list(parts, { indent: 0, before: 'PARTS = ' })}`,
    `# Mean test errors in percent and half their 95 % intervals, as measured here.`,
    `MEASURED = ${dict(measured, 0)}`,
  ].join('\n');
  const pieces = [templates.policy, constants, ...loading.pieces.map((piece) => templates[piece]), templates.training];
  return `${said(name, loading.file, seeds.length)}\n\n${pieces.map((piece) => piece.trim()).join('\n\n\n')}\n`;
}

const said = (name: string, data: string, seeds: number): string => `"""The study "${name}" of mixup, live, in PyTorch.

Its settings are those of this file, which is in the code of the site:
content/results/${name}.json
Random numbers are PyTorch's own. Means agree within their intervals; single
networks do not. It reads ${data}, which lies beside it.

    python ${name}.py      all ${seeds} seeds
    python ${name}.py 2    the first two
"""`;

/** Seeds as a range where they follow each other. */
function seedsText(seeds: readonly number[]): string {
  const [first = 0] = seeds;
  const isRange = seeds.every((seed, n) => seed === first + n);
  return isRange ? `list(range(${first}, ${first + seeds.length}))` : `[${seeds.join(', ')}]`;
}

const percent = (share = NaN): string => (100 * share).toFixed(2);

function loadingOf(data = '', testRows?: number): Loading | undefined {
  if (/^digits\.csv, pixels \/ 16($|; .*drawn anew uniformly)/.test(data) && testRows !== undefined)
    return { file: 'digits.csv', constants: [`TEST_ROWS = ${testRows}`], pieces: ['digits'] };
  const table = /^([\w-]+\.csv), \d+ % of the rows to train on, columns standardized on these$/.exec(data)?.[1];
  if (table !== undefined) return { file: table, constants: [], pieces: ['table', 'standardize'] };
  const speakers =
    /^vowels\.csv, (eight of 15 speakers drawn by each seed|the first eight of 15 speakers) to train on, measures /.exec(
      data,
    );
  if (!speakers) return undefined;
  const draws = speakers[1]?.includes('drawn') ?? false;
  const constants = ['TRAINING_SPEAKERS = 8', `DRAWS_SPEAKERS = ${value(draws)}  # else the first`];
  return { file: 'vowels.csv', constants, pieces: ['vowels', 'standardize'] };
}

const isText = (text: string | undefined): text is string => text !== undefined;

/** Networks of one architecture in Python; undefined where they have what the program has not. */
function partText({ network, optimizer, batch, trainingRows, policies, ...rest }: PartSettings): string | undefined {
  const { redrawn = {}, classShares } = rest;
  const own = Object.entries(policies).map(([name, policy]) => [name, policyText(name, policy)] as const);
  const { sizes, activation, ...more } = network;
  const isFullyConnected = activation === 'relu' && Object.keys(more).length === 0;
  const isPlain = isAdam(optimizer) && typeof trainingRows === 'number' && classShares === undefined;
  if (!isFullyConnected || !isPlain || own.some(([, text]) => text === undefined)) return undefined;
  const { learningRate, beta1, beta2, epsilon, weightDecay } = optimizer;
  const adam = [`lr=${learningRate}`, `betas=(${beta1}, ${beta2})`, `eps=${epsilon}`, `weight_decay=${weightDecay}`];
  const redrawnLabels = Object.entries(redrawn).map(([name, share]): [string, string] => [name, value(share)]);
  const fields = [
    `sizes=${list(sizes.map(value), { indent: 8, before: 'sizes=' })}`,
    `adam=${call('dict', adam, { indent: 8, before: 'adam=' })}`,
    `batch=${batch}`,
    `training_rows=${trainingRows}`,
    `policies=${dict(
      own.map(([name, text]): [string, string] => [name, text ?? '']),
      8,
    )}`,
    ...(redrawnLabels.length > 0 ? [`redrawn=${dict(redrawnLabels, 8)}`] : []),
  ];
  return call('Part', fields, { indent: 4, before: '' });
}

const isAdam = (optimizer: PartSettings['optimizer']): optimizer is Optimizer & { readonly kind: 'adam' } =>
  'kind' in optimizer && optimizer.kind === 'adam';

/** What the class `Policy` of the program has, as it stands. */
const asItStands: Readonly<Record<string, unknown>> = {
  ...ermPolicy,
  heavier: 'either',
  mixesFrom: 0,
  mixesUntil: Infinity,
};

/** A policy by what it has that ERM has not. */
function policyText(name: string, policy: Policy): string | undefined {
  const own = Object.entries(policy).filter(([key, given]) => given !== asItStands[key]);
  if (own.some(([key]) => !(key in asItStands))) return undefined;
  const fields = own.map(([key, given]) => `${inSnakes(key)}=${value(given as string | number | boolean)}`);
  return call('Policy', fields, { indent: 12, before: `${value(name)}: ` });
}

const inSnakes = (name: string): string => name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
