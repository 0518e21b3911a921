import type { Definition, Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { attribute } from './jsx.ts';
import { noteMistake } from './note-mistake.ts';
import { foreignFault, missingFault, pictureFault, placeOf } from './own-files.ts';

/**
 * Notes, with file, line and column, pictures that can't be shown: those without words, that are not there, on other hosts, too large,
 * or of a kind that browsers don't show; and elements that would show a file beside the article as it is.
 *
 * @param options.root the folder of the project
 */
export function remarkOwnPictures({ root }: { root: string }) {
  return async (tree: Root, file: VFile): Promise<void> => {
    const pictures: { target: string; alt: string; node: Nodes }[] = [];
    const definitions = new Map<string, Definition>();
    visit(tree, 'definition', (node) => {
      definitions.set(node.identifier, node);
    });
    visit(tree, (node: Nodes) => {
      if (node.type === 'image') pictures.push({ target: node.url, alt: node.alt ?? '', node });
      const definition = node.type === 'imageReference' ? definitions.get(node.identifier) : undefined;
      if (node.type === 'imageReference' && definition)
        pictures.push({ target: definition.url, alt: node.alt ?? '', node });
      if ((node.type !== 'mdxJsxFlowElement' && node.type !== 'mdxJsxTextElement') || node.name !== 'img') return;
      const target = attribute(node, 'src') ?? '';
      if (/^(\/|\w+:)/.test(target)) pictures.push({ target, alt: attribute(node, 'alt') ?? '', node });
      else
        noteMistake(
          file,
          `<img> shows "${target}" as it is, wherever the page lies. Write ![What it shows](${target === '' ? './its-name.png' : target}), which is made small and finds it.`,
          node,
        );
    });
    for (const { target, alt, node } of pictures) {
      const fault = wordsFault(target, alt) ?? (await faultOf(target));
      if (fault !== undefined) noteMistake(file, fault, node);
    }

    async function faultOf(target: string): Promise<string | undefined> {
      const foreign = foreignFault(target, 'its-name.png');
      if (foreign !== undefined) return foreign;
      const place = placeOf(target, file.path, root);
      return missingFault(target, place) ?? (await pictureFault(target, place));
    }
  };
}

function wordsFault(target: string, alt: string): string | undefined {
  if (/\S+\s+\S+/.test(alt)) return undefined;
  return `The picture ${target} has no words for who does not see it. Write what it shows: ![A cat beside a dog](${target})`;
}
