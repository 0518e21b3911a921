import { figureWords } from '../../../words/figure-words.ts';
import { fill } from '../../../words/words.ts';
import { localNumber } from '../../../words/number-words.ts';
/** How fast an engine is, behind its name: ", 12,300 steps/s"; nothing as long as that is not known. */
export function speedText(modelStepsPerSecond: number | undefined): string {
  return modelStepsPerSecond
    ? `, ${fill(figureWords.stepsPerSecond, { n: localNumber(String(Math.round(modelStepsPerSecond))) })}`
    : '';
}
