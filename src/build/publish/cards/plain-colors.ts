import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The two looks of the site. */
export type Scheme = 'light' | 'dark';

const tokens = new Map(
  Array.from(
    readFileSync(fileURLToPath(new URL('../../../styles/tokens.css', import.meta.url)), 'utf8').matchAll(
      /--([\w-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g,
    ),
    ([, name = '', light = '', dark = '']) => [name, { light, dark }] as const,
  ),
);

/** A color of the site by its name: `#1f66b8` for `class-a` in the light scheme. */
export function colorOf(name: string, scheme: Scheme = 'light'): string {
  const color = tokens.get(name)?.[scheme];
  if (color === undefined)
    throw new Error(`src/styles/tokens.css: there is no color --${name} with a light and a dark value.`);
  return color;
}

/**
 * Writes an SVG's colors so that renderers which know neither custom properties nor color-mix() show them.
 *
 * @param svg in which colors are `var(--name)` or mixtures of two in OKLab
 */
export function inPlainColors(svg: string, scheme: Scheme = 'light'): string {
  let plain = svg.replace(/var\(--([\w-]+)\)/g, (whole, name: string) => tokens.get(name)?.[scheme] ?? whole);
  // The innermost first, as long as there are any.
  const mixture = /color-mix\(in oklab,\s*(#[0-9a-f]{6}) ([\d.]+)%,\s*(#[0-9a-f]{6})\)/g;
  while (mixture.test(plain))
    plain = plain.replace(mixture, (_, a: string, share: string, b: string) => mixed(a, b, Number(share) / 100));
  return plain;
}

/** The mixture of two colors in OKLab, as CSS defines it (Björn Ottosson, 2020), with a share of the first. */
function mixed(a: string, b: string, share: number): string {
  const [first, second] = [toOklab(a), toOklab(b)];
  return fromOklab(first.map((value, k) => share * value + (1 - share) * (second[k] ?? 0)));
}

const linear = (channel: number): number => (channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
const encoded = (channel: number): number =>
  channel <= 0.0031308 ? 12.92 * channel : 1.055 * channel ** (1 / 2.4) - 0.055;

const times = (matrix: readonly (readonly number[])[], vector: readonly number[]): number[] =>
  matrix.map((row) => row.reduce((sum, entry, k) => sum + entry * (vector[k] ?? 0), 0));

const toCones = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const conesToLab = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];
const labToCones = [
  [1, 0.3963377774, 0.2158037573],
  [1, -0.1055613458, -0.0638541728],
  [1, -0.0894841775, -1.291485548],
];
const fromCones = [
  [4.0767416621, -3.3077115913, 0.2309699292],
  [-1.2684380046, 2.6097574011, -0.3413193965],
  [-0.0041960863, -0.7034186147, 1.707614701],
];

function toOklab(hex: string): number[] {
  const channels = [1, 3, 5].map((start) => linear(Number.parseInt(hex.slice(start, start + 2), 16) / 255));
  return times(conesToLab, times(toCones, channels).map(Math.cbrt));
}

function fromOklab(lab: readonly number[]): string {
  const cones = times(labToCones, lab).map((value) => value ** 3);
  const channels = times(fromCones, cones).map((value) => Math.round(255 * Math.min(1, Math.max(0, encoded(value)))));
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}
