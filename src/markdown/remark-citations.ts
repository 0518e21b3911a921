import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { attribute, componentsOf, setAttribute, type Component } from './jsx.ts';
import { unknownKey } from './near-keys.ts';
import { noteMistake } from './note-mistake.ts';
import type { WordsOfFile } from './words-of-file.ts';

/** A work the article cites. */
interface CitedWork {
  key: string;
  /** Counted from 1 in the order of first citation. */
  number: number;
  /** Anchors of the places in the text that cite it. */
  anchors: string[];
}

/** What a `<Cite>` shows for one of its works. */
interface CiteLink {
  key: string;
  number: number;
  anchor: string;
  label: string;
}

/** The fields of the bibliography that a citation shows; authors are written "Family, Given". */
export interface Work {
  id: string;
  authors: string[];
  title: string;
  year: number;
}

/**
 * Numbers citations in the order of first citation. `<Cite id="zhang2018 vapnik1998" />` gets `links`; the front matter gets
 * `references`, from which the layout makes the list.
 *
 * @param options.works reads the bibliography
 */
export function remarkCitations({ works, wordsOf }: { works: () => Work[]; wordsOf: (file: VFile) => WordsOfFile }) {
  return (tree: Root, file: VFile) => {
    const library = new Map(works().map((work) => [work.id, work]));
    const cited = new Map<string, CitedWork>();
    const { pages } = wordsOf(file);
    for (const component of componentsOf(tree).filter(({ name }) => name === 'Cite')) {
      const links = keysOf(component, file).flatMap((key) => cite(key, component) ?? []);
      setAttribute(component, 'links', JSON.stringify(links));
    }
    const frontmatter = ((file.data.astro ??= {}).frontmatter ??= {});
    frontmatter.references = [...cited.values()];

    function cite(key: string, component: Component): CiteLink | undefined {
      const work = library.get(key);
      if (!work) {
        const remedy = 'Add the work to content/bibliography/references.json.';
        noteMistake(file, unknownKey('citation key', key, [...library.keys()], remedy), component);
        return undefined;
      }
      const entry = cited.get(key) ?? { key, number: cited.size + 1, anchors: [] };
      cited.set(key, entry);
      const anchor = `cite-${key}-${entry.anchors.length + 1}`;
      entry.anchors.push(anchor);
      return { key, number: entry.number, anchor, label: workLabel(work, pages) };
    }
  };
}

/** A work in one line: "Zhang et al., 2018: mixup: Beyond Empirical Risk Minimization". */
function workLabel({ authors, title, year }: Work, { and, othersToo }: WordsOfFile['pages']): string {
  const families = authors.map((author) => author.split(',')[0] as string);
  const names = families.length > 2 ? `${families[0] as string} ${othersToo}` : families.join(` ${and} `);
  return `${names}, ${year}: ${title}`;
}

function keysOf(component: Component, file: VFile): string[] {
  const keys = (attribute(component, 'id') ?? '').split(/\s+/).filter(Boolean);
  if (keys.length === 0)
    noteMistake(file, '<Cite> names no work. Write <Cite id="zhang2018" />, or several keys with spaces.', component);
  return keys;
}
