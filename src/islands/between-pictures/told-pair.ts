import { pictureMethods, picturesProtocol, type PictureMethod } from '../../studies/between-pictures.ts';
import { judge, namedClasses, percent, probabilitiesAt } from './answer.ts';
import type { ClassWords } from './blended-set.ts';

/** What the two networks are called. */
export const methodNames: Readonly<Record<PictureMethod, string>> = {
  erm: 'Trained as usual',
  mixup: 'Trained with mixup',
};

/**
 * What is in the picture and what both networks say of it, for readers who hear it.
 *
 * @param answers `[methods, shares, classes]`
 * @param labels classes of A and of B
 * @param share of B
 */
export function tellAnswers(
  answers: Float32Array,
  labels: readonly number[],
  share: number,
  words: ClassWords,
): string {
  const nameOf = (label: number | undefined): string => words.names[label ?? 0] ?? '';
  const said = pictureMethods.map((method) => {
    const probabilities = probabilitiesAt(answers, method, share);
    const named = namedClasses(probabilities, labels);
    const { remark } = judge(probabilities, labels, share, words);
    const each = named.map(({ label, probability }) => `${nameOf(label)} ${percent(probability)}`);
    return `${methodNames[method]}: ${each.join(', ')}.${remark ? ` ${remark}` : ''}`;
  });
  const shares = `${percent(1 - share)} ${nameOf(labels[0])}, ${percent(share)} ${nameOf(labels[1])}.`;
  return [shares, ...said].join(' ');
}

/**
 * Where a pair comes from, and how many seeds it misleads.
 *
 * @param thirds how many seeds' networks name a third class half way, by method
 */
export function tellPair(kind: 'chosen' | 'byLot', thirds: readonly number[], seeds: number): string {
  const ofSeeds = (count: number | undefined): string =>
    count === seeds ? 'all' : count === 0 ? 'none' : String(count);
  const whence = kind === 'chosen' ? 'This pair was chosen to show the difference.' : 'This pair was drawn by lot.';
  return (
    `${whence} Half way, ${ofSeeds(thirds[0])} of ${seeds} networks trained as usual name something that is not there, ` +
    `and ${ofSeeds(thirds[1])} of ${seeds} trained with mixup.`
  );
}

/** How far two networks are that learn here. */
export function tellTraining(step: number): string {
  const count = (value: number): string => value.toLocaleString('en-US');
  return `Both learn from the same pictures: step ${count(step)} of ${count(picturesProtocol.steps)}.`;
}

/** How two networks did that have learned here. @param errors shares of the test pictures that each misreads, by method */
export function tellErrors(errors: readonly number[], seed: number): string {
  const [erm, mixup] = errors.map((error) => `${(100 * error).toFixed(1)}\u00A0%`);
  return `Trained here, seed ${seed}. Of the test pictures they misread ${erm ?? ''} as usual and ${mixup ?? ''} with mixup.`;
}
