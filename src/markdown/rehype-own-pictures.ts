import { extname } from 'node:path';
import type { Element, Nodes, Root } from 'hast';
import type {} from 'mdast-util-mdx-jsx';
import { visitParents } from 'unist-util-visit-parents';
import type { VFile } from 'vfile';
import { attribute } from './jsx.ts';
import { placeOf, sizeOfPicture } from './own-files.ts';

/** The widths that a picture is made in, as far as it has them. */
const widths = [400, 800, 1200, 1600] as const;
const widest = 1600;

/** How wide a picture is on the page, by the width of the figure around it. */
const shownWidths: Readonly<Record<string, string>> = {
  text: '(min-width: 45rem) 41rem, calc(100vw - 2.5rem)',
  wide: '(min-width: 66rem) 60rem, calc(100vw - 2.5rem)',
  full: '(min-width: 84rem) 78rem, calc(100vw - 2.5rem)',
};

/**
 * Says of an article's pictures in which sizes readers need them and how much room they take, so that nothing moves when they come.
 * Those of `public/` reach readers as they are.
 *
 * @param options.root the folder of the project
 */
export function rehypeOwnPictures({ root }: { root: string }) {
  return async (tree: Root, file: VFile): Promise<void> => {
    // An article with mistakes is refused, and nobody knows how large its pictures are.
    if (file.messages.some(({ fatal }) => fatal === true)) return;
    const pictures: { image: Element; shown: string }[] = [];
    visitParents(tree, 'element', (image, ancestors) => {
      if (image.tagName !== 'img' || typeof image.properties['src'] !== 'string') return;
      const figure = ancestors.find(isFigure);
      const width = figure && 'attributes' in figure ? attribute(figure, 'width') : undefined;
      pictures.push({ image, shown: shownWidths[width ?? 'text'] ?? '' });
    });
    for (const { image, shown } of pictures) {
      const src = String(image.properties['src']);
      const size = await sizeOfPicture(placeOf(src, file.path, root));
      if (!size) continue;
      const isAsItIs = src.startsWith('/') || extname(src).toLowerCase() === '.svg';
      Object.assign(
        image.properties,
        { class: 'own-picture', loading: 'lazy', decoding: 'async' },
        isAsItIs ? size : { width: Math.min(size.width, widest), widths: widths.join(' '), sizes: shown },
      );
    }
  };
}

const isFigure = (node: Nodes): node is Extract<Nodes, { type: 'mdxJsxFlowElement' }> =>
  node.type === 'mdxJsxFlowElement' && node.name === 'Figure';
