import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { bendCurveFormat } from '../../../../src/islands/bend-curve/address.ts';
import { bendCurveParameters } from '../../../../src/islands/bend-curve/parameters.ts';
import { combinationFormat } from '../../../../src/islands/convex-points/address.ts';
import { stateFormat } from '../../../../src/islands/erm-vs-mixup/address.ts';
import { tableFormat, type AddressFormat } from '../../../../src/islands/kit/demo/address-format.ts';
import { forcedEngine } from '../../../../src/islands/kit/demo/forced-engine.ts';
import { mixingFormat } from '../../../../src/islands/label-simplex/address.ts';
import type { Parameter, ParameterTable, ValuesOf } from '../../../../src/parameters/parameter.ts';

// Ten thousand addresses, on machines that may be busy.
vi.setConfig({ testTimeout: 120_000 });

/** What the page makes of one address. */
interface Opened {
  readonly notices: readonly string[];
  /** What of the state is outside its limits. */
  readonly faults: readonly string[];
  /** The same, after the state was written to an address and read again. */
  readonly again: readonly string[];
}

interface Figure {
  readonly name: string;
  readonly keys: readonly string[];
  readonly open: (search: string) => Opened | undefined;
}

function figure<Place>(
  name: string,
  keys: readonly string[],
  format: AddressFormat<Place>,
  faults: (state: Place) => string[],
): Figure {
  return {
    name,
    keys,
    open: (search) => {
      const { state, notices } = format.read(search);
      if (state === undefined) return undefined;
      const { state: copy, notices: again } = format.read(format.write('', state));
      // An address without settings does not name the figure: it is as it was before.
      if (copy !== undefined) expect(copy).toEqual(state);
      return { notices: [...forcedEngine(search).notices, ...notices], faults: faults(state), again };
    },
  };
}

const within = (least: number, greatest: number, values: readonly number[]): boolean =>
  values.every((value) => value >= least && value <= greatest);

/** The limits of one value, read off its parameter and not asked of the code that keeps them. */
function isAllowed(parameter: Parameter, value: unknown): boolean {
  switch (parameter.kind) {
    case 'choice':
      return parameter.choices.some((choice) => choice.value === value);
    case 'integer':
      return Number.isInteger(value) && within(parameter.min, parameter.max, [value as number]);
    case 'number':
      return within(parameter.min, parameter.max, [value as number]) || (parameter.zero === true && value === 0);
    case 'points': {
      const edits = value as ValuesOf<{ one: typeof parameter }>['one'];
      const placed = edits.filter((edit) => 'x' in edit);
      return (
        edits.length <= 200 &&
        within(
          ...parameter.x,
          placed.map(({ x }) => x),
        ) &&
        within(
          ...parameter.y,
          placed.map(({ y }) => y),
        )
      );
    }
  }
}

const failed = (checks: Readonly<Record<string, boolean>>): string[] =>
  Object.keys(checks).filter((name) => !checks[name]);

const tableFaults = (table: ParameterTable) => (state: Readonly<Record<string, unknown>>) =>
  failed(
    Object.fromEntries(Object.entries(table).map(([name, parameter]) => [name, isAllowed(parameter, state[name])])),
  );

const isTable = (one: unknown): one is ParameterTable =>
  typeof one === 'object' &&
  one !== null &&
  !Array.isArray(one) &&
  Object.values(one).every((part: unknown) => typeof part === 'object' && part !== null && 'kind' in part);

/** Every figure whose address is its table of parameters, found by its file. */
const rooms = import.meta.glob<Record<string, unknown>>('../../../../src/islands/*/parameters.ts', { eager: true });
const tables = Object.entries(rooms).flatMap(([file, room]) => {
  const name = /islands\/([^/]+)\//.exec(file)?.[1] ?? '';
  return Object.values(room)
    .filter(isTable)
    .map((table) => {
      const keys = Object.values(table).map(({ key }) => key);
      return figure(name, keys, tableFormat(name, table), tableFaults(table));
    });
});

const figures: readonly Figure[] = [
  ...tables,
  figure(
    'bend-curve',
    'shape seed truth points'.split(' '),
    bendCurveFormat('bend-curve'),
    tableFaults(bendCurveParameters),
  ),
  figure(
    'erm-vs-mixup',
    'preset data noise flipped alpha width activation seed step points ax ay bx by'.split(' '),
    stateFormat('erm-vs-mixup'),
    ({ settings, step, probe: { a, b } }) =>
      failed({
        data: ['moons', 'blobs', 'rings', 'spirals'].includes(settings.data),
        activation: ['relu', 'tanh'].includes(settings.activation),
        noise: within(0, 1, [settings.noise]),
        flipped: within(0, 0.5, [settings.flipped]),
        alpha: within(0, 100, [settings.alpha]),
        width: Number.isInteger(settings.width) && within(4, 64, [settings.width]),
        seed: Number.isInteger(settings.seed) && within(0, 9999, [settings.seed]),
        step: Number.isInteger(step) && within(0, 1000, [step]),
        probe: within(-5, 5, [a.x, a.y, b.x, b.y]),
        edits: settings.edits.length <= 200,
      }),
  ),
  figure(
    'convex-points',
    'preset rule count cat dog rabbit fox mouse goat points'.split(' '),
    combinationFormat('convex-points'),
    ({ rule, weights, moved }) => {
      const sum = weights.reduce((total, weight) => total + weight, 0);
      return failed({
        count: within(2, 6, [weights.length]),
        weights: within(rule === 'convex' ? 0 : -1, rule === 'convex' ? 1 : 2, weights),
        sum: rule === 'linear' || Math.abs(sum - 1) < 1e-9,
        moved: moved.length <= weights.length,
      });
    },
  ),
  figure(
    'label-simplex',
    'preset i-cat i-dog j-cat j-dog lambda'.split(' '),
    mixingFormat('label-simplex'),
    ({ i, j, lambda }) =>
      failed({
        shares: within(0, 1, [...i, ...j, lambda]),
        i: Math.abs(i[0] + i[1] + i[2] - 1) < 1e-9,
        j: Math.abs(j[0] + j[1] + j[2] - 1) < 1e-9,
      }),
  ),
];

/** Text that belongs in no address, and text that nearly does. */
const value = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.double().map(String),
  fc.integer().map(String),
  fc.constantFrom(
    '',
    '1e999',
    '-Infinity',
    'NaN',
    '0x1',
    '%',
    '%zz',
    '%E0%A4%A',
    'toString',
    'RINGS',
    'CPU',
    'zz',
    '&amp;',
  ),
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789abzA.')), maxLength: 40 }),
);
const disguise = fc.constantFrom(
  (name: string) => name,
  (name: string) => name.toUpperCase(),
  (name: string) => `amp;${name}`,
  (name: string) => name.replaceAll('-', '%2D'),
  (name: string) => `${name}.`,
);
const address = fc.nat(figures.length - 1).chain((index) => {
  const { name, keys } = figures[index] as Figure;
  const key = fc.constantFrom(...keys, 'v', '', 'constructor', '__proto__', 'nothing-of-that');
  const own = fc.tuple(key, disguise, fc.array(value, { minLength: 1, maxLength: 3 }));
  const engine = fc.option(value, { freq: 8 });
  return fc.record({ index: fc.constant(index), own: fc.array(own, { maxLength: 6 }), engine }).map((made) => ({
    index,
    search: `?${[
      ...(made.engine === null ? [] : [`engine=${made.engine}`]),
      ...made.own.flatMap(([one, disguised, values]) => values.map((text) => `${disguised(`${name}.${one}`)}=${text}`)),
    ].join('&')}`,
  }));
});

test('ten thousand malformed addresses throw nothing, set nothing outside its limits, and say nothing twice', () => {
  expect(figures.length).toBeGreaterThanOrEqual(18);
  let opened = 0;
  let complaints = 0;
  fc.assert(
    fc.property(address, ({ index, search }) => {
      const page = (figures[index] as Figure).open(search);
      if (!page) return;
      opened += 1;
      complaints += page.notices.length;
      expect(page.faults).toEqual([]);
      expect(page.again).toEqual([]);
      expect(page.notices).toEqual([...new Set(page.notices)]);
      for (const sentence of page.notices) {
        expect(sentence).toMatch(/\.$/);
        expect(sentence.length).toBeLessThan(160);
      }
    }),
    { numRuns: 10_000 },
  );
  // Addresses that name no figure, or nothing wrong, would prove little.
  expect(opened).toBeGreaterThan(7000);
  expect(complaints).toBeGreaterThan(7000);
});

describe('an address as readers come by it', () => {
  const { read } = stateFormat('erm-vs-mixup');

  test('says once that a setting came three times, and takes the first', () => {
    const { state, notices } = read('?erm-vs-mixup.alpha=3&erm-vs-mixup.alpha=4&erm-vs-mixup.alpha=5');
    expect(state?.settings.alpha).toBe(3);
    expect(notices).toEqual(['alpha is given more than once; only the first is used.']);
  });

  test('says once that an unknown setting came three times', () => {
    expect(read('?erm-vs-mixup.q=1&erm-vs-mixup.q=2&erm-vs-mixup.q=3').notices).toHaveLength(1);
  });

  test('is read through “&amp;”, copied from the source of a page', () => {
    const { state, notices } = read(
      '?v=1&amp;erm-vs-mixup.preset=noisy-moons&amp;erm-vs-mixup.alpha=3&amp;amp;engine=cpu',
    );
    expect([state?.settings.data, state?.settings.alpha, notices]).toEqual(['moons', 3, []]);
    expect(forcedEngine('?v=1&amp;engine=cpu').name).toBe('cpu');
  });

  test('is read in capitals', () => {
    const { state, notices } = read('?V=1&ERM-VS-MIXUP.DATA=MOONS&ERM-VS-MIXUP.ALPHA=3&erm-vs-mixup.SEED=7');
    expect([state?.settings.data, state?.settings.alpha, state?.settings.seed]).toEqual(['moons', 3, 7]);
    expect(notices).toEqual([]);
    expect(forcedEngine('?ENGINE=WebGL').name).toBe('webgl');
  });

  test('is written anew without what was misspelled', () => {
    const { state } = read('?amp;ERM-VS-MIXUP.alpha=3&q=1');
    expect(state && stateFormat('erm-vs-mixup').write('?amp;ERM-VS-MIXUP.alpha=3&q=1', state)).toBe(
      '?v=1&q=1&erm-vs-mixup.alpha=3',
    );
  });

  test('quotes no more than a few words of what it does not know', () => {
    expect(forcedEngine(`?engine=${'x'.repeat(1000)}`).notices[0]?.length).toBeLessThan(120);
  });
});
