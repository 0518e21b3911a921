import type { Root, RootContent } from 'mdast';
import type { MdxJsxAttributeValueExpression, MdxJsxFlowElement } from 'mdast-util-mdx-jsx';
import type { VFile } from 'vfile';
import { figureNames } from './figure-names.ts';
import { attribute } from './jsx.ts';
import { noteMistake } from './note-mistake.ts';

/**
 * Checks stages, and gives the head of an article that begins with one to it: `frontmatter.staged` says so, and the stage gets
 * `head={props.head}`.
 */
export function remarkStage() {
  return (tree: Root, file: VFile) => {
    const stages = tree.children.filter(isStage);
    for (const stage of stages) expectFigureThenScenes(stage, file);
    const [first] = tree.children;
    const staged = first !== undefined && isStage(first);
    ((file.data.astro ??= {}).frontmatter ??= {}).staged = staged;
    if (staged) first.attributes.push({ type: 'mdxJsxAttribute', name: 'head', value: headOfPage });
  };
}

const isStage = (node: RootContent): node is MdxJsxFlowElement =>
  node.type === 'mdxJsxFlowElement' && node.name === 'Stage';

function expectFigureThenScenes(stage: MdxJsxFlowElement, file: VFile): void {
  const figure = attribute(stage, 'figure') ?? '';
  const [first, ...scenes] = stage.children;
  const anchor =
    first?.type === 'mdxJsxFlowElement' ? (attribute(first, 'id') ?? figureNames()[first.name ?? '']) : undefined;
  if (anchor !== figure)
    noteMistake(
      file,
      `<Stage figure="${figure}"> does not begin with that figure. Put it first, then the scenes.`,
      stage,
    );
  const other = scenes.find((node) => node.type !== 'mdxJsxFlowElement' || node.name !== 'Scene');
  if (other)
    noteMistake(file, 'A <Stage> holds its figure and then nothing but <Scene>s. Put this into one of them.', other);
  if (scenes.length === 0) noteMistake(file, 'A <Stage> needs at least one <Scene>.', stage);
}

/** `props.head`, as MDX would have parsed it. */
const headOfPage: MdxJsxAttributeValueExpression = {
  type: 'mdxJsxAttributeValueExpression',
  value: 'props.head',
  data: {
    estree: {
      type: 'Program',
      sourceType: 'module',
      body: [
        {
          type: 'ExpressionStatement',
          expression: {
            type: 'MemberExpression',
            object: { type: 'Identifier', name: 'props' },
            property: { type: 'Identifier', name: 'head' },
            computed: false,
            optional: false,
          },
        },
      ],
    },
  },
};
