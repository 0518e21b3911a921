import type { Policy } from '../../core/training/policy.ts';
import type { Method } from '../../figures/chart/method-style.ts';
import { excludesZero } from '../../figures/chart/interval-rows.ts';
import { newSpeakersConditions, type SpeakerMeasure } from '../../studies/new-speakers.ts';
import type { ConditionSummary } from '../../studies/summarize-study.ts';
import type { newSpeakersParameters } from './parameters.ts';
import type { ValuesOf } from '../../parameters/parameter.ts';
import { resultsByWidth, type WidthResult } from '../kit/rerun/width-results.ts';

type Settings = ValuesOf<typeof newSpeakersParameters>;
type Shown = Settings['shows'];

/** How a measure is drawn and spoken of. */
interface ShownMeasure {
  readonly measure: SpeakerMeasure;
  readonly scale: number;
  /** With its unit. */
  readonly title: string;
  readonly decimals: number;
  /** Begins what the picture says. */
  readonly noun: (method: string) => string;
}

/** What can be shown of the networks, by the setting that chooses it. */
export const shownMeasures: Readonly<Record<Shown, ShownMeasure>> = {
  error: {
    measure: 'testError',
    scale: 100,
    title: 'test error, %',
    decimals: 1,
    noun: (method) => `Test error with ${method}`,
  },
  loss: {
    measure: 'testLoss',
    scale: 1,
    title: 'test loss, nats',
    decimals: 2,
    noun: (method) => `Test loss with ${method}`,
  },
  rescaled: {
    measure: 'rescaledLoss',
    scale: 1,
    title: 'loss after one temperature, nats',
    decimals: 2,
    noun: (method) => (method === 'mixup' ? 'Loss after one temperature' : `Rescaled loss with ${method}`),
  },
  calibration: {
    measure: 'calibrationError',
    scale: 100,
    title: 'calibration error, %',
    decimals: 1,
    noun: (method) => `Calibration error with ${method}`,
  },
};

/** What stands beside ERM: one strength of mixup, or label smoothing. */
export const comparedMethod = ({ alpha }: Pick<Settings, 'alpha'>): { method: Method; name: string } =>
  alpha === 'smoothing' ? { method: 'other', name: 'smoothing' } : { method: 'mixup', name: 'mixup' };

/** One method beside ERM by the size of the network, in the measure that is shown. */
export function speakerResults(
  summaries: readonly ConditionSummary<SpeakerMeasure>[],
  { shows, alpha, speakers }: Pick<Settings, 'shows' | 'alpha' | 'speakers'>,
): readonly WidthResult[] {
  const isCompared = (policy: Policy): boolean =>
    alpha === 'smoothing' ? policy.labelSmoothing > 0 : policy.alpha === Number(alpha);
  return resultsByWidth(summaries, newSpeakersConditions(speakers), isCompared, shownMeasures[shows]);
}

/** What the sizes say, read off their differences. */
export function speakersFinding(
  results: readonly WidthResult[],
  { shows, alpha }: Pick<Settings, 'shows' | 'alpha'>,
): string {
  const changes = results.flatMap(({ width, change }) => (change ? [{ width, change }] : []));
  const noun = shownMeasures[shows].noun(comparedMethod({ alpha }).name);
  if (changes.length < 2 || changes.every(({ change }) => change.halfWidth === undefined))
    return `${noun} and without, by size of the network`;
  const told = changes.filter(({ change }) => excludesZero(change));
  const lower = told.filter(({ change }) => change.mean < 0).map(({ width }) => width);
  const higher = told.filter(({ change }) => change.mean > 0).map(({ width }) => width);
  if (told.length === 0) return `${noun}: no change can be told from chance`;
  if (lower.length === changes.length) return `${noun}: lower at every size`;
  if (higher.length === changes.length) return `${noun}: higher at every size`;
  const { length } = changes;
  const areSmallest = changes.slice(0, lower.length).every(({ width }) => lower.includes(width));
  const areLargest = changes.slice(length - higher.length).every(({ width }) => higher.includes(width));
  const below = `lower ${areSmallest && lower.length > 1 ? `up to ${lower.at(-1)} units` : sizes(lower)}`;
  const above = `higher ${areLargest && higher.length > 1 ? `from ${higher[0]}` : sizes(higher)}`;
  if (lower.length === 0) return `${noun}: ${above}${areLargest && higher.length > 1 ? ' units up' : ''}`;
  return higher.length === 0 ? `${noun}: ${below}` : `${noun}: ${below}, ${above}`;
}

const sizes = (widths: readonly number[]): string =>
  widths.length === 1 ? `at ${widths[0]} units` : `at ${widths.length} sizes`;
