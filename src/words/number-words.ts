import { words } from './words.ts';

/** How numbers are written. */
export const numberWords = words('numbers', {
  decimal: '.',
  group: ',',
  /** From how many digits on they are parted in threes. */
  grouped: '4',
  percent: ' %',
  /** The same where a line could end before it. */
  percentUnbroken: '\u00A0%',
});

/**
 * A number as the page's language writes it.
 *
 * @param plain as JavaScript does, such as "1234.5" or "-0.25"
 * @returns with a true minus sign: "1,234.5", or in German "1234,5"
 */
export function localNumber(plain: string): string {
  const [whole = '', fraction] = plain.replace(/^-/, '').split('.');
  const { decimal, group, grouped } = numberWords;
  const parted = whole.length < Number(grouped) ? whole : whole.replace(/\B(?=(\d{3})+$)/g, group);
  const text = parted + (fraction === undefined ? '' : decimal + fraction);
  return plain.startsWith('-') ? `−${text}` : text;
}

/** A number that is written already, with its unit, if it has one. */
export function withUnit(written: string, unit: string): string {
  if (unit === '') return written;
  return unit === '%' ? written + numberWords.percentUnbroken : `${written}\u00A0${unit}`;
}

/** A setting as readers would type it: whole numbers are not parted. */
export const ungrouped = (value: number): string => String(value).replace('.', numberWords.decimal);

/** A share in percent, such as "60 %", with the space before the sign that the language asks for. */
export const percent = (plain: string | number): string => localNumber(String(plain)) + numberWords.percent;
