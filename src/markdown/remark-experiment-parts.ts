import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { experimentOrder, experimentParts, type ExperimentPartName } from './experiment-parts.ts';
import { attribute, componentsOf, setAttribute } from './jsx.ts';
import { unknownKey } from './near-keys.ts';
import { beginning, noteMistake } from './note-mistake.ts';

const howTo = 'Write <ExperimentPart is="question" /> on a line of its own, then the heading.';

/**
 * Gives each `<ExperimentPart is="…" />` the words of its label. Fails the build, with file, line and column, on an article of the part "experiments" that does not go through its parts in
 * order, and on a label of a part that no section heading follows.
 */
export function remarkExperimentParts() {
  return (tree: Root, file: VFile) => {
    const labels = componentsOf(tree).filter(({ name }) => name === 'ExperimentPart');
    const isExperiment = file.data.astro?.frontmatter?.['part'] === 'experiments';
    if (labels.length === 0 && !isExperiment) return;
    const names = labels.map((label) => {
      const name = attribute(label, 'is') ?? '';
      if (!Object.hasOwn(experimentParts, name))
        noteMistake(file, unknownKey('part of an experiment', name, Object.keys(experimentParts), howTo), label);
      const place = tree.children.findIndex((node) => node === label);
      const next = tree.children[place + 1];
      if (place < 0 || next?.type !== 'heading' || next.depth !== 2)
        noteMistake(file, `No section heading follows the label of the part "${name}". ${howTo}`, label);
      setAttribute(label, 'label', experimentParts[name as ExperimentPartName]);
      return name;
    });
    const isInOrder =
      names.length === experimentOrder.length &&
      experimentOrder.every((allowed, k) => (allowed as readonly string[]).includes(names[k] ?? ''));
    if (!isInOrder) {
      const expected = experimentOrder.map((allowed) => allowed.join(' or ')).join(', ');
      noteMistake(
        file,
        `An experiment article goes through its parts in this order: ${expected}. Came: ${names.join(', ') || 'none'}. ${howTo}`,
        labels[0] ?? beginning(tree),
      );
    }
  };
}
