import { betaDensity } from '../../core/random/beta.ts';
import { logGamma } from '../../core/random/log-gamma.ts';
import { formatNumber } from '../../figures/chart/linear-scale.ts';
import type { FormulaNow } from '../kit/formula/live-formula.ts';

/** What the formula of the Beta density says at an α. */
export function formulaNow(alpha: number): FormulaNow {
  const area = (): number => Math.exp(2 * logGamma(alpha) - logGamma(2 * alpha));
  const density = (lambda: number): string => (alpha === 0 ? 'none' : short(betaDensity(lambda, alpha)));
  return {
    lines: [
      [
        { sym: 'alpha', text: `α = ${alpha}` },
        alpha === 0 ? ': nothing is mixed, λ is 1' : `: α − 1 = ${short(alpha - 1)}, B(α, α) = ${short(area())}`,
      ],
      [
        { sym: 'density', text: 'density' },
        ` ${density(0.1)} at `,
        { sym: 'lambda', text: 'λ' },
        ` = 0.1, ${density(0.5)} at λ = 0.5`,
      ],
    ],
    knobs: { alpha: { value: alpha, text: `α = ${alpha}` } },
  };
}

/** A number in two decimals, or in two digits where those would be zeros or longer than its line. */
function short(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size < 0.005 || size >= 1e4)) return value.toPrecision(2).replace('-', '−');
  return formatNumber(value, size < 100 ? 2 : 0);
}
