import { localNumber, percent } from '../../words/number-words.ts';
import type { MixtureFacts } from './mixtures.ts';
import type { SoundName } from './parameters.ts';

/** From how many decibels on one of two voices sounds softer than the other. */
const noticed = 1;

/** Both words as they are written, and the weight of the first. */
export interface NamedPair {
  readonly first: string;
  readonly second: string;
  readonly lambda: number;
}

/**
 * What is heard, for readers who do not hear it.
 *
 * @param heard which of the four sounds
 */
export function tellSound(heard: SoundName, { first, second, lambda }: NamedPair, facts: MixtureFacts): string {
  const alone = (word: string): string => `“${word}” alone.`;
  if (heard === 'first' || heard === 'second') return alone(heard === 'first' ? first : second);
  if (lambda === 0 || lambda === 1) return alone(lambda === 1 ? first : second);
  if (heard === 'spectrograms') return `One sound between “${second}” and “${first}”.`;
  const { secondAbove = 0 } = facts;
  const by = `${localNumber(Math.abs(secondAbove).toFixed(0))}\u00A0dB`;
  const both = 'Two voices at once';
  if (Math.abs(secondAbove) < noticed) return `${both}, “${second}” and “${first}” about equally loud.`;
  return secondAbove > 0
    ? `${both}: “${second}”, and “${first}” ${by} softer.`
    : `${both}: “${first}”, and “${second}” ${by} softer.`;
}

/** How much of what only one word has is loud in a mixture too; nothing where there is no such thing. */
export function tellStill(still: number | undefined): string {
  return still === undefined ? '' : `${percent(Math.round(100 * still))} of what only one word has stays loud`;
}
