import { articleFiles } from '../article-files.ts';
import { componentSchemas, type PropSchema } from '../../markdown/component-schemas.ts';
import { figureNames } from '../../markdown/figure-names.ts';
import { figureSettings, type FigurePreset } from '../../markdown/figure-settings.ts';
import type { Parameter } from '../../parameters/parameter.ts';

/** A figure as the catalogue shows it. */
export interface CatalogueFigure {
  /** As articles name it. */
  readonly name: string;
  /** Its anchor, unless an article gives it another. */
  readonly room: string;
  readonly says: string;
  readonly props: readonly { readonly name: string; readonly says: string }[];
  /** What can be set in it, by words in the text, scenes and addresses. */
  readonly settings: readonly CatalogueSetting[];
  readonly presets: readonly FigurePreset[];
  /** The end of an address that opens it with one setting changed; missing where it has none. */
  readonly permalink: string | undefined;
  /** Ids of the published articles that show it, in the order of their files. */
  readonly articles: readonly string[];
}

interface CatalogueSetting {
  readonly key: string;
  /** As readers see it. */
  readonly label: string;
  /** What it may be, in words. */
  readonly values: string;
  readonly default: string;
}

/**
 * Every figure that articles may name, with what can be set in it.
 *
 * @param root the folder of the project
 */
export async function catalogueFigures(root: string): Promise<CatalogueFigure[]> {
  const { articles } = articleFiles(root, new Date());
  const published = articles.filter(({ heldBack, translation }) => heldBack === undefined && !translation);
  const schemas = componentSchemas();
  return Promise.all(
    Object.entries(figureNames()).map(async ([name, room]): Promise<CatalogueFigure> => {
      const { says = '', props = {} } = schemas[name] ?? {};
      const known = await figureSettings(room);
      const parameters = Object.values(known?.table ?? {});
      const shows = new RegExp(`^<${name}\\b`, 'm');
      return {
        name,
        room,
        says,
        props: Object.entries(props).map(([prop, schema]) => ({ name: prop, says: propInWords(schema) })),
        settings: parameters.map(settingOf),
        presets: [...named(parameters), ...(known?.presets ?? [])],
        permalink: permalinkOf(room, parameters),
        articles: published.filter(({ source }) => shows.test(source)).map(({ id }) => id),
      };
    }),
  );
}

/** What a property may be, and what it does. */
export function propInWords({ kind, says }: PropSchema): string {
  const kinds = { text: 'a text in quotes', number: 'a number in braces', flag: 'a flag' } as const;
  const written = typeof kind === 'string' ? kinds[kind] : `one of ${kind.map((one) => `"${one}"`).join(', ')}`;
  return says === '' ? written : `${written}: ${says.replace(/\.$/, '')}`;
}

function settingOf(parameter: Parameter): CatalogueSetting {
  const { key, label } = parameter;
  const fallback = parameter.kind === 'points' ? 'none' : String(parameter.default);
  return { key, label, values: valuesOf(parameter), default: fallback };
}

function valuesOf(parameter: Parameter): string {
  switch (parameter.kind) {
    case 'number': {
      const { min, max, step, scale, zero = false } = parameter;
      return scale === 'log' ? `${zero ? '0, or ' : ''}${min} to ${max}` : `${min} to ${max} in steps of ${step}`;
    }
    case 'integer':
      return `whole numbers from ${parameter.min} to ${parameter.max}`;
    case 'choice':
      return parameter.choices.map(({ value, name }) => (value === name ? value : `${value} (${name})`)).join(', ');
    case 'points':
      return 'points that were moved, as the link of the figure writes them';
  }
}

/** The situations that a setting `preset` names. */
const named = (parameters: readonly Parameter[]): FigurePreset[] =>
  parameters.flatMap((one) =>
    one.kind === 'choice' && one.key === 'preset'
      ? one.choices.map(({ value, name }) => ({ name, set: `preset=${value}` }))
      : [],
  );

/** The first setting that can be changed, at a value that is not its default. */
function permalinkOf(room: string, parameters: readonly Parameter[]): string | undefined {
  const [value] = parameters.flatMap((one) => {
    if (one.kind === 'points') return [];
    const other =
      one.kind === 'choice' ? one.choices.find((choice) => choice.value !== one.default)?.value : otherEnd(one);
    return other === undefined ? [] : [`${one.key}=${other}`];
  });
  return value === undefined ? undefined : `?v=1&${room}.${value}#${room}`;
}

const otherEnd = ({ min, max, default: fallback }: { min: number; max: number; default: number }): number =>
  fallback === max ? min : max;
