import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { messageOf } from '../core/error-message.ts';
import { bakedNumber, type BakedFile } from '../islands/kit/baked/read-baked.ts';
import { figureNames } from './figure-names.ts';
import { figureSettings } from './figure-settings.ts';
import { attribute, componentsOf, type Component } from './jsx.ts';
import { unknownKey } from './near-keys.ts';
import { noteMistake } from './note-mistake.ts';

interface Options {
  /** The names of all guesses. */
  readonly guesses: () => string[];
  /** The figure that a guess hides until it is answered, in its article, if it hides one. */
  readonly hiddenBy: (guess: string) => { readonly article: string; readonly figure: string | undefined } | undefined;
  /** The names of the files of code. */
  readonly programs: () => string[];
  /** The names of all baked experiments. */
  readonly experiments: () => string[];
  /** One of them. */
  readonly results: (experiment: string) => BakedFile;
}

/**
 * Notes, with file, line and column, what is named and is not there: settings of figures and their values, numbers of baked
 * experiments, guesses, files of code. Figures are asked as a page would ask them.
 */
export function remarkNamedValues({ guesses, hiddenBy, programs, experiments, results }: Options) {
  return async (tree: Root, file: VFile): Promise<void> => {
    for (const component of componentsOf(tree)) {
      const { name } = component;
      if (name === 'Result') lookAtResult(component);
      if (name === 'Guess') lookAtGuess(component);
      if (name === 'CodeFile') lookAtProgram(component);
      if (name === 'SetFigure') await lookAtSettings(component, attribute(component, 'figure'), ['set']);
      if (name === 'Stage') {
        const figure = attribute(component, 'figure');
        const scenes = componentsOf(component).filter((one) => one.name === 'Scene');
        for (const scene of scenes) await lookAtSettings(scene, figure, ['set', 'answer']);
      }
      const start = attribute(component, 'start');
      if (start !== undefined) await lookAtStart(component, start);
    }

    function lookAtResult(component: Component): void {
      const [experiment, of] = [attribute(component, 'experiment'), attribute(component, 'of')];
      if (experiment === undefined || of === undefined) return;
      const known = experiments();
      if (!known.includes(experiment)) {
        const remedy = 'Name a file of content/results/ without .json, or bake one: npm run bake -- <name>';
        noteMistake(file, unknownKey('experiment', experiment, known, remedy), component);
        return;
      }
      try {
        const at = numberIn(component, 'at');
        bakedNumber(results(experiment), { of, minus: attribute(component, 'minus'), ...(at !== undefined && { at }) });
      } catch (error) {
        noteMistake(file, messageOf(error), component);
      }
    }

    function lookAtGuess(component: Component): void {
      const of = attribute(component, 'of');
      const known = guesses();
      const remedy = 'Define it in the file of src/components/guesses/ that is named after the article.';
      if (of === undefined) return;
      if (!known.includes(of)) noteMistake(file, unknownKey('guess', of, known, remedy), component);
      const { article, figure } = hiddenBy(of) ?? {};
      if (figure === undefined || article !== file.stem) return;
      const rooms = figureNames();
      const shown = componentsOf(tree).flatMap((one) => attribute(one, 'id') ?? rooms[one.name ?? ''] ?? []);
      const change = `Correct "figure" in src/components/guesses/${article}.ts, or show it behind the guess.`;
      if (!shown.includes(figure))
        noteMistake(
          file,
          `The guess "${of}" hides the figure "${figure}", which is not in this article. ${change}`,
          component,
        );
    }

    function lookAtProgram(component: Component): void {
      const of = attribute(component, 'of');
      const known = programs();
      if (of !== undefined && !known.includes(of))
        noteMistake(file, unknownKey('file of code', of, known, 'Put it into content/code/.'), component);
    }

    async function lookAtSettings(component: Component, figure: string | undefined, names: string[]): Promise<void> {
      for (const name of names) {
        const set = attribute(component, name);
        if (set === undefined || figure === undefined || !Object.values(figureNames()).includes(figure)) continue;
        const settings = await figureSettings(figure);
        if (!settings) {
          noteMistake(file, `The figure "${figure}" has nothing to set. Leave the words plain.`, component);
          continue;
        }
        if (set === '')
          noteMistake(
            file,
            `${name}="" sets nothing. Write a setting and its value, such as ${example(settings.table)}.`,
            component,
          );
        const [fault] = settings.faults(set);
        const keys = Object.values(settings.table).map(({ key }) => key);
        if (fault !== undefined)
          noteMistake(
            file,
            `${name}="${set}" of ${figure}: ${fault} It has ${keys.join(', ')}, such as ${example(settings.table)}.`,
            component,
          );
      }
    }

    /** What a figure shows before it is touched is the value of its setting `view`. */
    async function lookAtStart(component: Component, start: string): Promise<void> {
      const settings = await figureSettings(figureNames()[component.name ?? ''] ?? '');
      const [fault] = settings?.faults(`view=${start}`) ?? [];
      const view = settings?.table['view'];
      const choices = view?.kind === 'choice' ? view.choices.map(({ value }) => value).join(', ') : '';
      if (fault !== undefined)
        noteMistake(file, `start="${start}" is not possible. Write one of ${choices}.`, component);
    }
  };
}

/** The number that a property has in braces. */
function numberIn(component: Component, name: string): number | undefined {
  const found = component.attributes.find((entry) => entry.type === 'mdxJsxAttribute' && entry.name === name);
  return typeof found?.value === 'object' && found.value !== null ? Number(found.value.value) : undefined;
}

/** The first setting of a figure, with a value it can have. */
function example(table: NonNullable<Awaited<ReturnType<typeof figureSettings>>>['table']): string {
  const [first] = Object.values(table);
  if (!first || first.kind === 'points') return '';
  const value = first.kind === 'choice' ? (first.choices.at(-1)?.value ?? first.default) : first.default;
  return `${first.key}=${value}`;
}
