/** How a number of a guess is written. */
interface NumberWords {
  readonly decimals: number;
  readonly unit: string;
  /** Whether it is a change, with its sign. */
  readonly signed: boolean;
}

/** A number as a guess says it, with a true minus sign and its unit. */
export function numberInWords(value: number, { decimals, unit, signed }: NumberWords): string {
  const text = value.toFixed(decimals).replace(/^-0(\.0*)?$/, '0$1');
  const sign = signed && value > 0 ? '+' : '';
  return `${sign}${text.replace('-', '−')}${unit && `\u00A0${unit}`}`;
}
