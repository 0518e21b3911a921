import { ermVsMixupParameters, initialProbe } from './parameters.ts';
import { queryValue, withSettings } from '../../parameters/query-pieces.ts';
import { formatQuery, parseQuery } from '../../parameters/url-codec.ts';
import type { AddressFormat, ReadPlace } from '../kit/demo/address-format.ts';
import type { Probe } from '../../figures/plane/surface-point.ts';
import { protocol } from './experiment.ts';
import { presets } from './presets.ts';
import type { Settings } from './settings.ts';

/** What an address can say of the figure. */
export interface Place {
  readonly settings: Settings;
  /** The step shown. */
  readonly step: number;
  readonly probe: Probe;
}

/** How the figure's address is read and written. */
export const placeFormat = (figure: string): AddressFormat<Place> => ({
  read: (search) => readPlace(search, figure),
  changed: (set, now) => changedPlace(set, figure, now),
  write: (search, place) => writePlace(search, figure, place),
});

/** Reads the figure's place from a query, starting from the preset it names or else the first. */
function readPlace(search: string, figure: string): ReadPlace<Place> {
  const named = queryValue(search, `${figure}.preset`)?.toLowerCase();
  const { name, settings } = presets.find((preset) => preset.name === named) ?? presets[0];
  return parsePlace(search, figure, name, settings, initialProbe);
}

/** What words in the text ask for: a preset, or changes to the present settings. The run then goes to its end. */
function changedPlace(set: Readonly<Record<string, string>>, figure: string, now: Place): ReadPlace<Place> {
  const search = withSettings('', figure, set);
  if ('preset' in set) return readPlace(search, figure);
  const { place, problems } = parsePlace(search, figure, presets[0].name, now.settings, now.probe);
  if (!place || place.settings.edits.length > 0) return { place, problems };
  return { place: { ...place, settings: { ...place.settings, edits: now.settings.edits } }, problems };
}

/** Writes the place into a query; what the first preset says anyway is left out. */
function writePlace(search: string, figure: string, { settings, step, probe }: Place): string {
  const { a, b } = probe;
  const [first] = presets;
  const table = parametersOf(first.name, first.settings, initialProbe);
  return formatQuery(search, figure, table, {
    ...settings,
    preset: first.name,
    step,
    ax: a.x,
    ay: a.y,
    bx: b.x,
    by: b.y,
  });
}

function parsePlace(
  search: string,
  figure: string,
  preset: string,
  defaults: Settings,
  probe: Probe,
): ReadPlace<Place> {
  const { values, problems, present } = parseQuery(search, figure, parametersOf(preset, defaults, probe));
  const { ax, ay, bx, by, step, data, noise, flipped, alpha, width, activation, seed, edits } = values;
  const place = {
    settings: { data, noise, flipped, alpha, width, activation, seed, edits },
    step,
    probe: { a: { x: ax, y: ay }, b: { x: bx, y: by } },
  };
  return { place: present ? place : undefined, problems };
}

/** The table of settings; also what the controls are made from. */
export function parametersOf(preset: string, defaults: Settings, probe: Probe) {
  return ermVsMixupParameters({ ...defaults, preset }, probe, presets, protocol.steps);
}
