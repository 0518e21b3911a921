import type { AddressFormat, ReadAddress } from '../kit/demo/address-format.ts';
import { nearestWeights, roundedWeights } from '../../core/geometry/combination-weights.ts';
import type { Shares } from '../../figures/label/simplex.ts';
import { labelSimplexParameters } from './parameters.ts';
import { queryValue, withSettings } from '../../parameters/query-pieces.ts';
import { formatQuery, parseQuery } from '../../parameters/url-codec.ts';
import { presets, type Mixing } from './mixing.ts';

/** What can be set, with the first preset's values at first. */
export const mixingParameters = labelSimplexParameters({ preset: presets[0].name, ...presets[0].mixing }, presets);

/** How the figure's address is read and written. */
export const mixingFormat = (figure: string): AddressFormat<Mixing> => ({
  read: (search) => readMixing(search, figure),
  changed: (set, now) => changedMixing(set, figure, now),
  write: (search, mixing) => writeMixing(search, figure, mixing),
});

/** Reads the figure from a query, starting from the preset it names or else the first. */
function readMixing(search: string, figure: string): ReadAddress<Mixing> {
  const named = queryValue(search, `${figure}.preset`)?.toLowerCase();
  const { name, mixing } = presets.find((preset) => preset.name === named) ?? presets[0];
  return parse(search, figure, name, mixing);
}

/** What words in the text ask for: a preset, or changes to what is there. */
function changedMixing(set: Readonly<Record<string, string>>, figure: string, now: Mixing): ReadAddress<Mixing> {
  const search = withSettings('', figure, set);
  return 'preset' in set ? readMixing(search, figure) : parse(search, figure, presets[0].name, now);
}

/** Writes the mixing into a query; what the first preset says anyway is left out. */
function writeMixing(search: string, figure: string, { i, j, lambda }: Mixing): string {
  const values = { preset: presets[0].name, iCat: i[0], iDog: i[1], jCat: j[0], jDog: j[1], lambda };
  return formatQuery(search, figure, mixingParameters, values);
}

function parse(search: string, figure: string, preset: string, start: Mixing): ReadAddress<Mixing> {
  const { values, notices, present } = parseQuery(
    search,
    figure,
    labelSimplexParameters({ preset, ...start }, presets),
  );
  const { iCat, iDog, jCat, jDog, lambda } = values;
  const tooMuch = [
    { letter: 'i', sum: iCat + iDog },
    { letter: 'j', sum: jCat + jDog },
  ].filter(({ sum }) => sum > 1 + 1e-9);
  return {
    state: present ? { i: sharesOf(iCat, iDog), j: sharesOf(jCat, jDog), lambda } : undefined,
    notices: [
      ...notices,
      ...tooMuch.map(
        ({ letter }) => `The shares of label ${letter} add up to more than 1; the nearest that do not are used.`,
      ),
    ],
  };
}

function sharesOf(cat: number, dog: number): Shares {
  const shares = nearestWeights([cat, dog, 1 - cat - dog], { least: 0, greatest: 1, sum: 1 });
  return roundedWeights(shares, 100) as [number, number, number] & number[];
}
