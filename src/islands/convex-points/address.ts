import type { AddressFormat, ReadAddress } from '../kit/demo/address-format.ts';
import { convexPointsParameters } from './parameters.ts';
import type { ValuesOf } from '../../parameters/parameter.ts';
import { queryValue, withSettings } from '../../parameters/query-pieces.ts';
import { formatQuery, parseQuery } from '../../parameters/url-codec.ts';
import { animals } from './animals.ts';
import { conformed, type Combination } from './combination.ts';
import { presets } from './presets.ts';

type Values = ValuesOf<ReturnType<typeof convexPointsParameters>>;

/** What can be set, with the first preset's values at first. */
export const combinationParameters = convexPointsParameters(
  { preset: presets[0].name, ...presets[0].combination },
  presets,
);

/** How the figure's address is read and written. */
export const combinationFormat = (figure: string): AddressFormat<Combination> => ({
  read: (search) => readCombination(search, figure),
  changed: (set, now) => changedCombination(set, figure, now),
  write: (search, combination) => writeCombination(search, figure, combination),
});

/** Reads the figure from a query, starting from the preset it names or else the first. */
function readCombination(search: string, figure: string): ReadAddress<Combination> {
  const named = queryValue(search, `${figure}.preset`)?.toLowerCase();
  const { name, combination } = presets.find((preset) => preset.name === named) ?? presets[0];
  return parse(search, figure, name, combination);
}

/** What words in the text ask for: a preset, or changes to what is there. */
function changedCombination(
  set: Readonly<Record<string, string>>,
  figure: string,
  now: Combination,
): ReadAddress<Combination> {
  const search = withSettings('', figure, set);
  if ('preset' in set) return readCombination(search, figure);
  const { state, notices } = parse(search, figure, presets[0].name, now);
  return { state: state && 'points' in set ? state : state && { ...state, moved: now.moved }, notices };
}

/** Writes the combination into a query; what the first preset says anyway is left out. */
function writeCombination(search: string, figure: string, { rule, weights, moved }: Combination): string {
  const [{ name }] = presets;
  const [cat = 0, dog = 0, rabbit = 0, fox = 0, mouse = 0, goat = 0] = weights;
  const values: Values = { preset: name, rule, count: weights.length, cat, dog, rabbit, fox, mouse, goat, moved };
  return formatQuery(search, figure, combinationParameters, values);
}

function parse(search: string, figure: string, preset: string, start: Combination): ReadAddress<Combination> {
  const parsed = parseQuery(search, figure, convexPointsParameters({ preset, ...start }, presets));
  const { rule, count, moved } = parsed.values;
  const given: Combination = {
    rule,
    weights: animals.slice(0, count).map(({ name }) => parsed.values[name]),
    moved: moved.filter(({ index }) => index < count),
  };
  const combination = conformed(given);
  const isChanged = combination.weights.some((weight, i) => Math.abs(weight - (given.weights[i] as number)) > 1e-9);
  const notices = isChanged
    ? [...parsed.notices, 'These weights are not allowed here; the nearest that are take their place.']
    : parsed.notices;
  return { state: parsed.present ? combination : undefined, notices };
}
