import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { componentSchemas } from './component-schemas.ts';
import { componentsOf } from './jsx.ts';
import { unknownKey } from './near-keys.ts';
import { noteMistake } from './note-mistake.ts';

/** Fails the build, with file, line and column, on a component that no one has registered. */
export function remarkKnownComponents() {
  return (tree: Root, file: VFile) => {
    const known = Object.keys(componentSchemas()).sort();
    for (const component of componentsOf(tree)) {
      const name = component.name ?? '';
      const isComponent = /^[A-Z]/.test(name) || name.includes('.');
      if (isComponent && !known.includes(name)) {
        noteMistake(
          file,
          unknownKey('component', name, known, 'A figure is a folder in src/islands/ with a file <Name>.astro.'),
          component,
        );
      }
    }
  };
}
