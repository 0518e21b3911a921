import { formatNumber } from '../figures/chart/linear-scale.ts';
import { localNumber, withUnit } from '../words/number-words.ts';
import { pageWords } from '../words/page-words.ts';
import { paperNumber } from '../paper/paper-number.ts';
import { baked, bakedAtStep, bakedDifference } from '../islands/kit/baked/baked-results.ts';

/** Which number of a baked experiment is written, and how. */
export interface WrittenResult {
  readonly experiment: string;
  /** Path to the number: below `results`, such as `preset.method.score`, or in a study `condition.measure.last`. */
  readonly of: string;
  /** In a study: path to a number to subtract, seed by seed. */
  readonly minus?: string | undefined;
  /** In a study: the step at which the measure `condition.measure` is read. */
  readonly at?: number | undefined;
  /** Decimals shown. */
  readonly decimals?: number;
  readonly unit?: string;
  /** What the number is multiplied by, such as 100 for a share in percent. */
  readonly scale?: number;
}

/** A mean over seeds and half of its 95 % interval, as pages write it: "2.6 ± 0.1 %". */
export function writtenResult({
  experiment,
  of,
  minus,
  at,
  decimals = 1,
  scale = 1,
  unit = of.endsWith('error') ? '%' : '',
}: WrittenResult): string {
  const { mean, halfWidth } =
    minus !== undefined
      ? bakedDifference(experiment, of, minus)
      : at !== undefined
        ? bakedAtStep(experiment, of, at)
        : baked(experiment, of);
  const write = (value: number): string => formatNumber(scale * value, decimals);
  return `${write(mean)}\u00A0±\u00A0${withUnit(write(halfWidth), unit)}`;
}

/** Which number of the paper is written. */
export interface WrittenPaperNumber {
  readonly table: string;
  /** Key of the row, a full stop, key of the column. */
  readonly of: string;
  /** Row and column of a number to subtract. */
  readonly minus?: string | undefined;
  /** Instead of the table's unit; empty for none. */
  readonly unit?: string | undefined;
}

/** A number of the paper as pages write it: "12.7 %"; one that was read off a drawing is "about" so much. */
export function writtenPaperNumber({ table, of, minus, unit }: WrittenPaperNumber): string {
  const found = paperNumber(table, of, minus);
  const shownUnit = unit ?? found.unit;
  const about = found.isReadOff ? `${pageWords.approximately}\u00A0` : '';
  return about + withUnit(localText(found.text), shownUnit === 'points' ? pageWords.points : shownUnit);
}

/** A number as the paper's tables write it, in the language of the page; what is no number stays. */
const localText = (text: string): string =>
  /^[−-]?\d+(\.\d+)?$/.test(text) ? localNumber(text.replace('−', '-')) : text;
