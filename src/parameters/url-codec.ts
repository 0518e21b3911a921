import {
  defaultsOf,
  nearestAllowed,
  type ChoiceParameter,
  type IntegerParameter,
  type NumberParameter,
  type Parameter,
  type ParameterTable,
  type ValuesOf,
} from './parameter.ts';
import { formatPointEdits, parsePointEdits, pointEditLimit, type PointBounds, type PointEdit } from './point-edit.ts';
import { belongsTo, queryPieces, type QueryPiece } from './query-pieces.ts';
import { settingWords } from '../words/setting-words.ts';
import { fill } from '../words/words.ts';

/** The version of the address format, written as `v`. */
const version = '1';

/** What an address says about one figure. */
interface ParsedQuery<T extends ParameterTable> {
  readonly values: ValuesOf<T>;
  /** Sentences for the reader: what was not possible, and what is used instead. */
  readonly notices: readonly string[];
  /** Whether the address names any parameter of this figure. */
  readonly present: boolean;
}

/**
 * Reads `?v=1&<figure>.<key>=...` for one figure. Takes any text whatever: a value that is not allowed becomes the
 * nearest that is, or the default where nothing is near, and is reported, each time in a sentence of its own; parameters of
 * others are ignored. Capitals count as small letters, and `&amp;` as `&`.
 *
 * @param search the query of an address, with or without its question mark
 * @param figure name of the figure, without a full stop
 */
export function parseQuery<T extends ParameterTable>(search: string, figure: string, table: T): ParsedQuery<T> {
  const own = queryPieces(search).filter((piece) => belongsTo(piece, figure));
  const notices = own.length > 0 ? versionNotices(queryPieces(search)) : [];
  const values: Record<string, unknown> = { ...defaultsOf(table) };
  const given = new Map<string, string>();
  const repeated = new Set<string>();
  for (const { name, value } of own) {
    const key = name.slice(figure.length + 1);
    if (given.has(key)) repeated.add(key);
    else given.set(key, value);
  }
  for (const [key, value] of given) {
    const entry = Object.entries(table).find(([, parameter]) => parameter.key.toLowerCase() === key);
    if (!entry) {
      notices.push(fill(settingWords.unknown, { name: quote(key) }));
      continue;
    }
    values[entry[0]] = parseValue(entry[1], value, notices);
    if (repeated.has(key)) notices.push(fill(settingWords.twice, { name: entry[1].label }));
  }
  return { values: values as ValuesOf<T>, notices: [...new Set(notices)], present: own.length > 0 };
}

/**
 * Writes the values of one figure into a query, defaults left out. Everything else in it stays as it was, byte for byte.
 *
 * @param search the present query, with or without its question mark
 * @returns the new query with its question mark, or nothing if it is empty
 */
export function formatQuery<T extends ParameterTable>(
  search: string,
  figure: string,
  table: T,
  values: ValuesOf<T>,
): string {
  const others = queryPieces(search).filter((piece) => !belongsTo(piece, figure) && piece.name !== 'v');
  const own = Object.entries(table).flatMap(([name, parameter]) => {
    const text = formatValue(parameter, values[name] as number | string | readonly PointEdit[]);
    return text === undefined ? [] : [`${figure}.${parameter.key}=${encodeURIComponent(text)}`];
  });
  const isVersioned = own.length > 0 || others.some(({ name }) => name.includes('.'));
  const pieces = [...(isVersioned ? [`v=${version}`] : []), ...others.map(({ text }) => text), ...own];
  return pieces.length > 0 ? `?${pieces.join('&')}` : '';
}

function versionNotices(pieces: readonly QueryPiece[]): string[] {
  const given = pieces.find(({ name }) => name === 'v')?.value;
  if (given === undefined || given === version) return [];
  return [fill(settingWords.version, { given: quote(given), known: version })];
}

function parseValue(parameter: Parameter, text: string, notices: string[]): unknown {
  if (parameter.kind === 'points') return parsePoints(parameter, parameter.label, text, notices);
  const value = parameter.kind === 'choice' ? parseChoice(parameter, text) : parseNumber(parameter, text);
  if (!value.isGiven)
    notices.push(fill(settingWords.impossible, { name: parameter.label, given: quote(text), used: value.value }));
  return value.value;
}

function parseChoice(parameter: ChoiceParameter, text: string): { value: string; isGiven: boolean } {
  const { choices } = parameter;
  const same = (value: string): boolean => value.toLowerCase() === text.toLowerCase();
  const found = choices.find(({ value }) => value === text) ?? choices.find(({ value }) => same(value));
  return { value: found?.value ?? parameter.default, isGiven: found !== undefined };
}

function parseNumber(parameter: NumberParameter | IntegerParameter, text: string): { value: number; isGiven: boolean } {
  const isNumber = /^[+-]?(?:(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?|infinity)$/i.test(text);
  const given = isNumber ? Number(text.replace(/infinity/i, 'Infinity')) : NaN;
  const value = nearestAllowed(parameter, given);
  return { value, isGiven: Math.abs(value - given) <= 1e-9 * Math.abs(value) };
}

function parsePoints(bounds: PointBounds, label: string, text: string, notices: string[]): PointEdit[] {
  const { edits, unreadable, surplus } = parsePointEdits(text.toLowerCase(), bounds);
  if (unreadable > 0) notices.push(fill(settingWords.unreadable, { name: label, n: unreadable }));
  if (surplus > 0) notices.push(fill(settingWords.surplus, { name: label, n: pointEditLimit }));
  return edits;
}

/** The text for an address; nothing for a default. */
function formatValue(parameter: Parameter, value: number | string | readonly PointEdit[]): string | undefined {
  if (typeof value === 'object')
    return parameter.kind === 'points' ? formatPointEdits(value, parameter) || undefined : undefined;
  return parameter.kind === 'points' || value === parameter.default ? undefined : String(value);
}

/** At most 40 characters of what came, so that a sentence stays one. */
export const quote = (text: string): string =>
  text === '' ? settingWords.nothing : text.length > 40 ? `${text.slice(0, 39)}…` : text;
