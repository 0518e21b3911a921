import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { attribute, componentsOf, setAttribute } from './jsx.ts';
import { unknownKey } from './near-keys.ts';
import { noteMistake } from './note-mistake.ts';
import type { WordsOfFile } from './words-of-file.ts';

/** A term of the glossary. */
export interface Term {
  id: string;
  term: string;
  definition: string;
}

/**
 * Gives each `<Term id="…">` its definition, and an anchor of its own. What is not in the glossary of the article's language is
 * defined in English.
 *
 * @param options.terms reads the glossary of a language, which is English if none is named
 */
export function remarkTerms({
  terms,
  wordsOf,
}: {
  terms: (language?: string) => Term[];
  wordsOf: (file: VFile) => WordsOfFile;
}) {
  return (tree: Root, file: VFile) => {
    const glossary = new Map(terms().map((term) => [term.id, term]));
    const { language } = wordsOf(file);
    const translated = new Map(language === undefined ? [] : terms(language).map((term) => [term.id, term]));
    const marked = componentsOf(tree).filter(({ name }) => name === 'Term');
    marked.forEach((component, index) => {
      const id = attribute(component, 'id') ?? '';
      const term = translated.get(id) ?? glossary.get(id);
      if (!glossary.has(id) || !term) {
        const remedy = 'Define it in content/glossary/terms.json.';
        noteMistake(file, unknownKey('term', id, [...glossary.keys()], remedy), component);
        return;
      }
      setAttribute(component, 'name', term.term);
      setAttribute(component, 'definition', term.definition);
      if (language !== undefined && !translated.has(id)) setAttribute(component, 'lang', 'en');
      setAttribute(component, 'anchor', `term-${id}-${index + 1}`);
      const words = component.children.filter((child) => !(child.type === 'text' && child.value.trim() === ''));
      if (words.length === 0 || !words.every((child) => child.type === 'inlineMath')) return;
      // A formula has no text that a button could be named by; the term's name holds one symbol, and no more.
      setAttribute(component, 'spoken', term.term);
      if (!words.every((child) => /^(?:\\[a-z]+|[a-z])$/i.test(child.value.trim())))
        noteMistake(
          file,
          `<Term id="${id}"> holds a formula, which cannot be read aloud as the term. Put its symbol alone into it, or words.`,
          component,
        );
    });
  };
}
