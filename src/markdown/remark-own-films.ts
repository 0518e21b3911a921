import type { Nodes, Root } from 'mdast';
import type {} from 'mdast-util-mdx';
import type { MdxJsxAttribute, MdxJsxAttributeValueExpression } from 'mdast-util-mdx-jsx';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { attribute, componentsOf, setAttribute, type Component } from './jsx.ts';
import { noteMistake } from './note-mistake.ts';
import { filmFault, foreignFault, missingFault, pictureFault, placeOf, sizeOfPicture } from './own-files.ts';

const example = '<video src="./its-name.mp4" poster="./its-name.png" muted aria-label="What it shows" />';

/** Attributes that name a file, by element. */
const fileNames: Readonly<Record<string, readonly string[]>> = {
  video: ['src', 'poster'],
  source: ['src'],
  track: ['src'],
};

/**
 * Notes, with file, line and column, films that can't be shown. The others get controls and the size of their poster, and their files
 * go along with the page; nothing of them is loaded before the reader asks.
 *
 * @param options.root the folder of the project
 */
export function remarkOwnFilms({ root }: { root: string }) {
  return async (tree: Root, file: VFile): Promise<void> => {
    const imports = new Map<string, string>();
    const films = componentsOf(tree).filter(({ name }) => name === 'video');
    for (const film of films) {
      const fault = (await faultOf(film)) ?? undefined;
      if (fault !== undefined) {
        noteMistake(file, fault, film);
        continue;
      }
      await complete(film);
      visit(film, (node: Nodes) => {
        if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') takeAlong(node);
      });
    }
    for (const [target, name] of imports) tree.children.unshift(importOf(name, target));

    async function faultOf(film: Component): Promise<string | undefined> {
      const parts = componentsOf(film).filter(({ name }) => name === 'source' || name === 'track');
      const sources = [film, ...parts.filter(({ name }) => name === 'source')].flatMap(
        (one) => attribute(one, 'src') ?? [],
      );
      const poster = attribute(film, 'poster');
      if (sources.length === 0) return `This <video> has no film. Write ${example}`;
      if (poster === undefined)
        return `This <video> has no poster, a picture of its own size that stands there before it plays. Write ${example}`;
      if (has(film, 'autoplay') || has(film, 'autoPlay'))
        return 'This <video> would play by itself, and nothing on the pages does. Leave autoplay out.';
      if (!/\S+\s+\S+/.test(attribute(film, 'aria-label') ?? ''))
        return `This <video> has no words for who does not see it. Write what it shows: aria-label="…", as in ${example}`;
      const captions = parts.filter((one) => one.name === 'track' && attribute(one, 'kind') === 'captions');
      if (!has(film, 'muted') && captions.length === 0)
        return 'This <video> has sound and no captions. Put <track kind="captions" src="./its-name.vtt" srclang="en" label="English" /> between its tags, or write muted.';
      for (const target of sources) {
        const fault = present(target, 'its-name.mp4') ?? filmFault(target, placeOf(target, file.path, root));
        if (fault !== undefined) return fault;
      }
      for (const track of parts.filter(({ name }) => name === 'track')) {
        const fault = present(attribute(track, 'src') ?? './its-name.vtt', 'its-name.vtt');
        if (fault !== undefined) return fault;
      }
      return present(poster, 'its-name.png') ?? (await pictureFault(poster, placeOf(poster, file.path, root)));
    }

    function present(target: string, name: string): string | undefined {
      return foreignFault(target, name) ?? missingFault(target, placeOf(target, file.path, root));
    }

    async function complete(film: Component): Promise<void> {
      const size = await sizeOfPicture(placeOf(attribute(film, 'poster') ?? '', file.path, root));
      setAttribute(film, 'width', String(size?.width ?? ''));
      setAttribute(film, 'height', String(size?.height ?? ''));
      setAttribute(film, 'preload', 'none');
      for (const flag of ['controls', 'playsinline'])
        if (!has(film, flag)) film.attributes.push({ type: 'mdxJsxAttribute', name: flag });
    }

    /** Files beside the article become files of the site; those of public/ are there. */
    function takeAlong(element: Component): void {
      for (const name of fileNames[element.name ?? ''] ?? []) {
        const target = attribute(element, name);
        if (target === undefined || target.startsWith('/')) continue;
        const local = imports.get(target) ?? `__film${imports.size}`;
        imports.set(target, local);
        element.attributes = element.attributes.map((one) =>
          one.type === 'mdxJsxAttribute' && one.name === name
            ? ({ ...one, value: named(local) } satisfies MdxJsxAttribute)
            : one,
        );
      }
    }
  };
}

const has = ({ attributes }: Component, name: string): boolean =>
  attributes.some((one) => one.type === 'mdxJsxAttribute' && one.name === name);

/** A name in braces, as MDX would have parsed it. */
const named = (name: string): MdxJsxAttributeValueExpression => ({
  type: 'mdxJsxAttributeValueExpression',
  value: name,
  data: {
    estree: {
      type: 'Program',
      sourceType: 'module',
      body: [{ type: 'ExpressionStatement', expression: { type: 'Identifier', name } }],
    },
  },
});

/** An import of a file's address, as MDX would have parsed it. */
const importOf = (name: string, target: string): Root['children'][number] => ({
  type: 'mdxjsEsm',
  value: '',
  data: {
    estree: {
      type: 'Program',
      sourceType: 'module',
      body: [
        {
          type: 'ImportDeclaration',
          attributes: [],
          source: {
            type: 'Literal',
            value: `${decodeURI(target)}?url`,
            raw: JSON.stringify(`${decodeURI(target)}?url`),
          },
          specifiers: [{ type: 'ImportDefaultSpecifier', local: { type: 'Identifier', name } }],
        },
      ],
    },
  },
});
