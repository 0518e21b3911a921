import type { Nodes, Root } from 'mdast';
import type {} from 'mdast-util-math';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { attribute, componentsOf, setAttribute, type Component } from './jsx.ts';
import { noteMistake } from './note-mistake.ts';
import { symbolNames } from './symbol-names.ts';

const howTo =
  'Write <Equation id="mix" figure="mix-digits"> around a formula whose symbols have names, \\htmlData{sym=lambda}{\\lambda}.';

/**
 * Gives each `<Equation figure="…">` the names of its `symbols`. Fails the build, with file, line and column, on a formula that names
 * symbols without a figure for them, or a figure without symbols, and on `\htmlData` that says anything else.
 */
export function remarkFormulaSymbols() {
  return (tree: Root, file: VFile) => {
    for (const { value, position } of formulasOf(tree)) {
      if (/\\htmlData\{(?!sym=[a-z]+\})/.test(value))
        noteMistake(file, `\\htmlData names a symbol and says nothing else. ${howTo}`, position);
    }
    const named = formulasOf(tree).filter(({ value }) => symbolNames(value).length > 0);
    const inFigures = componentsOf(tree)
      .filter((component) => component.name === 'Equation' && attribute(component, 'figure') !== undefined)
      .flatMap((component) => nameSymbols(component, file));
    const stray = named.find(({ value }) => !inFigures.includes(value));
    if (stray) noteMistake(file, `No figure is named for these symbols. ${howTo}`, stray.position);
  };
}

/** Writes down the symbols of an equation's formulas, and hands back the formulas. */
function nameSymbols(component: Component, file: VFile): string[] {
  const formulas = formulasOf(component).map(({ value }) => value);
  const names = new Set(formulas.flatMap(symbolNames));
  if (names.size === 0) noteMistake(file, `No symbol of this equation has a name. ${howTo}`, component);
  setAttribute(component, 'symbols', [...names].join(' '));
  return formulas;
}

function formulasOf(node: Nodes): { value: string; position: Nodes['position'] }[] {
  const found: { value: string; position: Nodes['position'] }[] = [];
  visit(node, (child: Nodes) => {
    if (child.type === 'math' || child.type === 'inlineMath')
      found.push({ value: child.value, position: child.position });
  });
  return found;
}
