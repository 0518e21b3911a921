import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { attribute, componentsOf, setAttribute, type Component } from './jsx.ts';
import { unknownKey } from './near-keys.ts';
import { noteMistake } from './note-mistake.ts';

/** A term of the glossary. */
export interface Term {
  id: string;
  term: string;
  definition: string;
}

/**
 * Gives each `<Term id="…">` its definition, and an anchor of its own.
 *
 * @param options.terms reads the glossary
 */
export function remarkTerms({ terms }: { terms: () => Term[] }) {
  return (tree: Root, file: VFile) => {
    const glossary = new Map(terms().map((term) => [term.id, term]));
    const marked = componentsOf(tree).filter(({ name }) => name === 'Term');
    marked.forEach((component, index) => {
      const id = attribute(component, 'id') ?? '';
      const term = glossary.get(id);
      if (!term) {
        const remedy = 'Define it in content/glossary/terms.json.';
        noteMistake(file, unknownKey('term', id, [...glossary.keys()], remedy), component);
        return;
      }
      setAttribute(component, 'name', term.term);
      setAttribute(component, 'definition', term.definition);
      setAttribute(component, 'anchor', `term-${id}-${index + 1}`);
      if (isSymbol(component)) setAttribute(component, 'spoken', term.term);
    });
  };
}

/** Whether the words are one symbol alone, which has no text that a button could be named by. Longer formulas name themselves. */
function isSymbol({ children }: Component): boolean {
  const said = children.filter((child) => !(child.type === 'text' && child.value.trim() === ''));
  return said.every((child) => child.type === 'inlineMath' && /^(?:\\[a-z]+|[a-z])$/i.test(child.value.trim()));
}
