import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';

/** Words a minute for careful reading of technical prose; silent reading of plain prose is near 240 (Brysbaert 2019, doi 10.1016/j.jml.2019.104047). */
const WORDS_PER_MINUTE = 200;
/** Seconds a reader stays on a displayed formula or a block of code. */
const SECONDS_PER_BLOCK = 15;

/** Puts the number of words and the estimated minutes of reading into the front matter. */
export function remarkReadingTime() {
  return (tree: Root, file: VFile) => {
    let words = 0;
    let blocks = 0;
    visit(tree, (node: Nodes) => {
      if (node.type === 'text') words += countWords(node.value);
      if (node.type === 'code' || node.type === 'math') blocks += 1;
    });
    const frontmatter = ((file.data.astro ??= {}).frontmatter ??= {});
    frontmatter.words = words;
    frontmatter.minutes = Math.max(1, Math.round(words / WORDS_PER_MINUTE + (blocks * SECONDS_PER_BLOCK) / 60));
  };
}

/** Number of words in a piece of text: runs that hold a letter or a digit. */
function countWords(text: string): number {
  return text.split(/\s+/).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
}
