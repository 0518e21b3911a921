import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { paperNumber } from '../paper/paper-number.ts';
import { paperTable } from '../paper/paper-tables.ts';
import { attribute, componentsOf, type Component } from './jsx.ts';
import { noteMistake } from './note-mistake.ts';

/** Fails the build, with file, line and column, where `<PaperNumber>` or `<PaperTable>` names what the paper's tables do not have. */
export function remarkPaperTables() {
  return (tree: Root, file: VFile) => {
    for (const component of componentsOf(tree)) {
      try {
        look(component);
      } catch (error) {
        noteMistake(file, (error as Error).message, component);
      }
    }
  };
}

function look(component: Component): void {
  const written = (name: string): string => attribute(component, name) ?? '';
  if (component.name === 'PaperTable') paperTable(written('id'));
  if (component.name === 'PaperNumber') paperNumber(written('table'), written('of'), attribute(component, 'minus'));
}
