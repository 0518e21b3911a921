import { ermVsMixupParameters } from './parameters.ts';
import { queryValue, withSettings } from '../../parameters/query-pieces.ts';
import { formatQuery, parseQuery } from '../../parameters/url-codec.ts';
import type { AddressFormat, ReadAddress } from '../kit/demo/address-format.ts';
import type { Probe } from '../../figures/plane/surface-point.ts';
import { protocol } from './experiment.ts';
import { presets } from './presets.ts';
import { initialProbe, probeOn } from './probe-ends.ts';
import type { Settings } from './settings.ts';
import type { View } from './views.ts';

/** What an address can say of the figure. */
export interface ErmVsMixupState {
  readonly settings: Settings;
  /** The step shown. */
  readonly step: number;
  readonly probe: Probe;
  /** The weight of i in the blend on the segment. */
  readonly lambda: number;
  readonly view: View;
}

/** How a situation is looked at unless an address says otherwise. */
export const untouchedLook = { lambda: 0.7, view: 'between' } as const;

/** Settings that change what is seen of a run, and not the run. */
const lookKeys = new Set(['ax', 'ay', 'bx', 'by', 'lambda', 'view']);

/** What can be set, with the first preset's values at first. */
export const firstParameters = parametersOf(presets[0].name, presets[0].settings, initialProbe);

/** How the figure's address is read and written. */
export const stateFormat = (figure: string): AddressFormat<ErmVsMixupState> => ({
  read: (search) => readState(search, figure),
  changed: (set, now) => changedState(set, figure, now),
  write: (search, state) => writeState(search, figure, state),
});

/** Reads the figure's state from a query, starting from the preset it names or else the first. */
function readState(search: string, figure: string): ReadAddress<ErmVsMixupState> {
  const named = queryValue(search, `${figure}.preset`)?.toLowerCase();
  const { name, settings } = presets.find((preset) => preset.name === named) ?? presets[0];
  return parseState(search, figure, name, { settings, probe: probeOn(settings), ...untouchedLook });
}

/** What words in the text ask for: a preset, or changes to the present settings. The run then goes to its end. */
function changedState(
  set: Readonly<Record<string, string>>,
  figure: string,
  now: ErmVsMixupState,
): ReadAddress<ErmVsMixupState> {
  const search = withSettings('', figure, set);
  if ('preset' in set) return readState(search, figure);
  const { state, notices } = parseState(search, figure, presets[0].name, now);
  if (!state) return { state, notices };
  const edits = state.settings.edits.length > 0 ? state.settings.edits : now.settings.edits;
  // Another look at a run does not make it go on.
  const step = Object.keys(set).every((key) => lookKeys.has(key)) ? now.step : state.step;
  return { state: { ...state, step, settings: { ...state.settings, edits } }, notices };
}

/** Writes the state into a query; what the first preset says anyway is left out. */
function writeState(search: string, figure: string, { settings, step, probe, lambda, view }: ErmVsMixupState): string {
  const { a, b } = probe;
  const [first] = presets;
  return formatQuery(search, figure, firstParameters, {
    ...settings,
    preset: first.name,
    step,
    ax: a.x,
    ay: a.y,
    bx: b.x,
    by: b.y,
    lambda,
    view,
  });
}

function parseState(
  search: string,
  figure: string,
  preset: string,
  { settings, probe, lambda, view }: Omit<ErmVsMixupState, 'step'>,
): ReadAddress<ErmVsMixupState> {
  const table = parametersOf(preset, settings, probe);
  const { values, notices, present } = parseQuery(search, figure, {
    ...table,
    lambda: { ...table.lambda, default: lambda },
    view: { ...table.view, default: view },
  });
  const { ax, ay, bx, by, step, data, noise, flipped, alpha, width, activation, seed, edits } = values;
  const state = {
    settings: { data, noise, flipped, alpha, width, activation, seed, edits },
    step,
    probe: { a: { x: ax, y: ay }, b: { x: bx, y: by } },
    lambda: values.lambda,
    view: values.view,
  };
  return { state: present ? state : undefined, notices };
}

/** The table of settings; also what the controls are made from. */
export function parametersOf(preset: string, defaults: Settings, probe: Probe) {
  return ermVsMixupParameters({ ...defaults, preset }, probe, presets, protocol.steps);
}
