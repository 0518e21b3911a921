import { formatNumber } from '../../figures/chart/linear-scale.ts';

/** What the two risks of a curve say about each other, in a sentence or two; the risk is left out where it cannot be known. */
export function riskVerdict({
  empiricalRisk,
  risk,
}: {
  readonly empiricalRisk: number;
  readonly risk: number | undefined;
}): string {
  const seen = formatNumber(empiricalRisk, 2);
  if (risk === undefined)
    return `The empirical risk is ${seen} °C². The risk cannot be told: where readings come from is hidden.`;
  const expected = formatNumber(risk, 2);
  const distance = formatNumber(Math.abs(risk - empiricalRisk), 2);
  if (seen === '0.00') return `The curve meets every reading, so the empirical risk is 0. Its risk is ${expected} °C².`;
  if (distance === '0.00') return `The empirical risk and the risk agree: ${expected} °C².`;
  return risk > empiricalRisk
    ? `The readings flatter this curve by ${distance} °C²: it scores ${seen} on them and ${expected} on all to come.`
    : `The readings are hard on this curve by ${distance} °C²: it scores ${seen} on them and ${expected} on all to come.`;
}
