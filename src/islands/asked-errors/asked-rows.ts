import { formatNumber } from '../../figures/chart/linear-scale.ts';
import { askedAlphas, askedProblems, type AskedProblemName } from '../../studies/asked-and-learned.ts';
import { baked } from '../kit/baked/baked-results.ts';

/** As they are called in the article. */
const names: Readonly<Record<AskedProblemName, string>> = {
  spirals: 'spirals',
  rings: 'rings',
  moons: 'moons, 30\u00A0% wrong',
};

/** What is told of one problem at one strength, with half of each 95 % interval: errors and shares in percent, distances in points. */
interface AskedRow {
  readonly problem: string;
  readonly alpha: number;
  /** How many rows the problem has, in its first one. */
  readonly span: number | undefined;
  readonly numbers: readonly string[];
}

/** What the numbers of a row are. */
export const askedColumns = [
  'ERM errs, %',
  'asked for errs, %',
  'mixup errs, %',
  'of its mistakes asked for, %',
  'mixup’s distance, points',
  'ERM’s distance, points',
] as const;

/** A row for each problem and each strength. */
export function askedRows(): AskedRow[] {
  const written = (path: string, decimals = 1): string => {
    const { mean, halfWidth } = baked('asked-and-learned', path);
    return `${formatNumber(mean, decimals)}\u00A0±\u00A0${formatNumber(halfWidth, decimals)}`;
  };
  return (Object.keys(askedProblems) as AskedProblemName[]).flatMap((problem) =>
    askedAlphas.map((alpha, n) => {
      const at = `${problem}.alpha-${String(alpha).replace('.', '_')}`;
      return {
        problem: names[problem],
        alpha,
        span: n === 0 ? askedAlphas.length : undefined,
        numbers: [
          written(`${problem}.erm.error`),
          written(`${at}.asked.error`),
          written(`${at}.mixup.error`),
          written(`${at}.mixup.sharedWithAsked`, 0),
          written(`${at}.mixup.distance`),
          written(`${at}.erm.distance`),
        ],
      };
    }),
  );
}
