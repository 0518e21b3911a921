import { existsSync } from 'node:fs';
import { paperChartParameters } from '../islands/kit/paper/parameters.ts';
import { tableFormat, type AddressFormat } from '../islands/kit/demo/address-format.ts';
import type { ParameterTable } from '../parameters/parameter.ts';

/** What can be set in a figure, by words in the text, scenes and addresses. */
interface FigureSettings {
  readonly table: ParameterTable;
  /** Its named situations besides those that a setting `preset` names: what each is called, and its settings such as `alpha=1&seed=2`. */
  readonly presets: readonly FigurePreset[];
  /** What is wrong with settings such as `alpha=1&seed=2`, in the words that a reader would get; none if they can be had. */
  readonly faults: (set: string) => readonly string[];
}

/** A named situation of a figure. */
export interface FigurePreset {
  readonly name: string;
  readonly set: string;
}

const rooms = new URL('../islands/', import.meta.url);
const known = new Map<string, Promise<FigureSettings | undefined>>();

/**
 * The settings of a figure, as its room has them: in `address.ts`, `parameters.ts`, `setup.ts`, or the rows of its `chart.ts`.
 *
 * @param figure name of its room
 * @returns nothing where it can't be set
 */
export function figureSettings(figure: string): Promise<FigureSettings | undefined> {
  const settings = known.get(figure) ?? readSettings(figure);
  known.set(figure, settings);
  return settings;
}

async function readSettings(figure: string): Promise<FigureSettings | undefined> {
  const address = await exportsOf(figure, 'address.ts');
  const parameters = await exportsOf(figure, 'parameters.ts');
  const table = [...address, ...parameters].find(isTable) ?? (await setupTable(figure)) ?? (await rowTable(figure));
  if (!table) return undefined;
  const format = address.find(isFormat);
  const { read } = format ? format(figure) : tableFormat(figure, table);
  const listed = [...(await exportsOf(figure, 'presets.ts')), ...(await setupPresets(figure))].filter(isPresetList);
  const presets = 'preset' in table ? [] : listed.flat().flatMap((preset) => presetOf(preset, table));
  return { table, presets, faults: (set) => read(`?v=1&${namedFor(figure, set)}`).notices };
}

/** Settings of one figure as the address of a page has them. */
const namedFor = (figure: string, set: string): string =>
  [...new URLSearchParams(set)].map(([key, value]) => `${figure}.${key}=${encodeURIComponent(value)}`).join('&');

/** A preset names its settings as an address does, or as the room itself does. */
function presetOf(preset: PresetEntry, table: ParameterTable): FigurePreset[] {
  const given: Readonly<Record<string, unknown>> = preset.set ?? preset.settings ?? preset;
  const settings = Object.entries(table).flatMap(([name, parameter]) => {
    const value = given[parameter.key] ?? given[name];
    return typeof value === 'string' || typeof value === 'number' ? [`${parameter.key}=${value}`] : [];
  });
  const set = settings.join('&');
  const name = preset.name ?? preset.title ?? set.replace('=', ' = ');
  return set === '' ? [] : [{ name, set }];
}

const setupPresets = async (figure: string): Promise<unknown[]> =>
  (await exportsOf(figure, 'setup.ts')).map((one) => (one as { presets?: unknown }).presets);

const setupTable = async (figure: string): Promise<ParameterTable | undefined> =>
  (await exportsOf(figure, 'setup.ts')).map((one) => (one as { parameters?: unknown }).parameters).find(isTable);

/** The rows of a chart of the paper's numbers, which can be read out one by one. */
async function rowTable(figure: string): Promise<ParameterTable | undefined> {
  for (const one of await exportsOf(figure, 'chart.ts')) {
    const chart: unknown = typeof one === 'function' ? (one as () => unknown)() : undefined;
    if (!hasRows(chart)) continue;
    const rows = chart.groups.flatMap((group) => group.rows.map(({ key, label }) => ({ key, name: label })));
    return paperChartParameters(rows, rows[0]?.key ?? '');
  }
  return undefined;
}

async function exportsOf(figure: string, file: string): Promise<unknown[]> {
  const path = new URL(`${figure}/${file}`, rooms);
  if (!existsSync(path)) return [];
  return Object.values((await import(/* @vite-ignore */ path.href)) as Record<string, unknown>);
}

/** A named situation, as rooms list them. */
interface PresetEntry {
  readonly name?: string;
  readonly title?: string;
  readonly set?: Readonly<Record<string, unknown>>;
  readonly settings?: Readonly<Record<string, unknown>>;
  readonly [setting: string]: unknown;
}

const isPresetList = (value: unknown): value is PresetEntry[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null);

const isFormat = (value: unknown): value is (figure: string) => AddressFormat<unknown> =>
  typeof value === 'function' && value.name.endsWith('Format');

function isTable(value: unknown): value is ParameterTable {
  if (typeof value !== 'object' || value === null) return false;
  const entries: unknown[] = Object.values(value);
  return (
    entries.length > 0 &&
    entries.every((one) => typeof one === 'object' && one !== null && 'kind' in one && 'key' in one)
  );
}

function hasRows(chart: unknown): chart is { groups: { rows: { key: string; label: string }[] }[] } {
  return typeof chart === 'object' && chart !== null && 'groups' in chart && Array.isArray(chart.groups);
}
