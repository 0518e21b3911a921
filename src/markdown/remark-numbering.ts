import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { figureNames } from './figure-names.ts';
import { attribute, componentsOf, setAttribute, type Component } from './jsx.ts';
import { unknownKey } from './near-keys.ts';
import { noteMistake } from './note-mistake.ts';

/**
 * Numbers figures and equations in the order of the text, each from 1, and resolves references to them.
 *
 * A figure is `<Figure id="…">` or any component of figure-names.ts; an equation is `<Equation id="…">`. Each gets `number` (and
 * a figure its `id`). The front matter gets `figures`, the rooms by their anchors. `<FigureRef id>`, `<EquationRef id>`, `<SetFigure figure>` and `<Equation figure>` may come before or after what they name.
 */
export function remarkNumbering() {
  return (tree: Root, file: VFile) => {
    const rooms = figureNames();
    const isFigure = ({ name }: Component): boolean => name === 'Figure' || Object.hasOwn(rooms, name ?? '');
    const components = componentsOf(tree);
    const taken = new Set<string>();
    const figures = number(components.filter(isFigure), rooms, taken, file);
    const frontmatter = ((file.data.astro ??= {}).frontmatter ??= {});
    frontmatter['figures'] = roomsOf(components, rooms);
    const equations = number(
      components.filter(({ name }) => name === 'Equation'),
      {},
      taken,
      file,
    );
    for (const component of components) {
      if (component.name === 'FigureRef') resolve(component, 'id', 'figure', figures, file);
      if (component.name === 'EquationRef') resolve(component, 'id', 'equation', equations, file);
      if (component.name === 'SetFigure') resolve(component, 'figure', 'figure', figures, file);
      if (component.name === 'Equation' && attribute(component, 'figure') !== undefined)
        resolve(component, 'figure', 'figure', figures, file, 'figureNumber');
    }
  };
}

/** The rooms of figures, by the anchors these have. */
const roomsOf = (components: Component[], rooms: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    components.flatMap((component) => {
      const room = rooms[component.name ?? ''];
      return room === undefined ? [] : [[attribute(component, 'id') ?? room, room]];
    }),
  );

function number(
  components: Component[],
  rooms: Readonly<Record<string, string>>,
  taken: Set<string>,
  file: VFile,
): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const component of components) {
    const name = component.name ?? '';
    const id = attribute(component, 'id') ?? rooms[name];
    if (!id) {
      noteMistake(
        file,
        `<${name}> has no id. Give it one, such as <${name} id="mixed-loss">, so that the text can refer to it.`,
        component,
      );
      continue;
    }
    if (taken.has(id))
      noteMistake(file, `The id "${id}" is used twice in this article. Give this <${name}> another id="…".`, component);
    taken.add(id);
    numbers.set(id, numbers.size + 1);
    setAttribute(component, 'id', id);
    setAttribute(component, 'number', String(numbers.size));
  }
  return numbers;
}

function resolve(
  component: Component,
  key: string,
  what: string,
  numbers: Map<string, number>,
  file: VFile,
  into = 'number',
): void {
  const id = attribute(component, key) ?? '';
  const found = numbers.get(id);
  if (found === undefined) {
    const remedy = `Name ${what === 'equation' ? 'an' : 'a'} ${what} of this article in ${key}="…".`;
    noteMistake(file, unknownKey(what, id, [...numbers.keys()], remedy), component);
    return;
  }
  setAttribute(component, into, String(found));
}
