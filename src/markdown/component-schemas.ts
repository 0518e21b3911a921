import { readFileSync } from 'node:fs';
import { experimentParts } from './experiment-parts.ts';
import { figureNames } from './figure-names.ts';
import { readProps } from './read-props.ts';

/** What an author may write for one property of a component. */
export interface PropSchema {
  /** A text in quotes, a number in braces, a flag by its name alone, or one of some texts. */
  readonly kind: 'text' | 'number' | 'flag' | readonly string[];
  readonly required?: true;
  readonly says: string;
}

/** What an author may write of one component: from it come the checks and the catalogue. */
export interface ComponentSchema {
  readonly says: string;
  /** On lines of its own, or within a sentence. */
  readonly place: 'block' | 'inline';
  /** What stands between its tags. */
  readonly holds: 'nothing' | 'something' | 'either';
  readonly props: Readonly<Record<string, PropSchema>>;
  /** Properties that the build or a page fills in, and authors do not write. */
  readonly injected?: readonly string[];
  /** As an author writes it. */
  readonly example: string;
  /** Whether what comes of the example is so long that the catalogue folds it. */
  readonly isLong?: true;
  /** The component whose example shows this one. */
  readonly partOf?: string;
}

const text = (says: string): PropSchema => ({ kind: 'text', says });
const needed = (says: string): PropSchema => ({ kind: 'text', required: true, says });

/** The components authors may use by name, besides figures. */
export const proseSchemas: Readonly<Record<string, ComponentSchema>> = {
  Aside: {
    says: 'A note in the margin: links, caveats, history.',
    place: 'block',
    holds: 'something',
    props: {},
    example: '<Aside>\n\nA caveat, or where to read on.\n\n</Aside>',
  },
  Cite: {
    says: 'Works of the bibliography, numbered by their first citation.',
    place: 'inline',
    holds: 'nothing',
    props: { id: needed('keys of content/bibliography/references.json, with spaces between them') },
    injected: ['links'],
    example: '<Cite id="zhang2018 guo2019" />',
  },
  CodeFile: {
    says: 'A program of content/code/, to copy and to download, with what came of running it.',
    place: 'block',
    holds: 'nothing',
    props: {
      of: needed('the name of its file'),
      part: text('a function of it, in Python; the whole file if not given'),
    },
    example: '<CodeFile of="mixup_step.py" part="mixup_step" />',
  },
  Equation: {
    says: 'A numbered formula; with `figure`, a control of that figure.',
    place: 'block',
    holds: 'something',
    props: {
      id: needed('its anchor, for `<EquationRef>`'),
      figure: text(
        'a figure of the article that has a formula.ts; each symbol is written `\\htmlData{sym=lambda}{\\lambda}`',
      ),
    },
    injected: ['number', 'figureNumber', 'symbols'],
    example: '<Equation id="blend">\n\n$$\nx = \\lambda x_i + (1 - \\lambda) x_j\n$$\n\n</Equation>',
  },
  EquationRef: {
    says: 'A reference to a numbered formula of the article.',
    place: 'inline',
    holds: 'nothing',
    props: { id: needed('the id of an `<Equation>`') },
    injected: ['number'],
    example: '<EquationRef id="blend" />',
  },
  ExperimentPart: {
    says: 'In articles on experiments: the label above a heading.',
    place: 'block',
    holds: 'nothing',
    props: { is: { kind: Object.keys(experimentParts), required: true, says: 'which part begins here' } },
    injected: ['label'],
    example: '<ExperimentPart is="question" />\n\n## Small networks forget nothing',
  },
  Figure: {
    says: 'A picture of your own, with number and caption. More goes into its slots: `reading` and `credit` fold below it, `table` holds the same as numbers.',
    place: 'block',
    holds: 'something',
    props: {
      id: needed('its anchor, for `<FigureRef>`'),
      width: { kind: ['text', 'wide', 'full'], says: 'how wide it may be' },
      tableTitle: text('what the table in its slot `table` is called, where it is folded'),
    },
    injected: ['number'],
    example:
      '<Figure id="cat-and-dog">\n\n![A cat and a dog, side by side](./cat-and-dog.png)\n\n<p slot="caption">**Two labels, one picture each.** No network has seen them side by side.</p>\n\n</Figure>',
  },
  FigureRef: {
    says: 'A reference to a figure of the article.',
    place: 'inline',
    holds: 'nothing',
    props: { id: needed('the anchor of a figure') },
    injected: ['number'],
    example: '<FigureRef id="blend-pictures" />',
  },
  Guess: {
    says: 'A question right before the figure that answers it.',
    place: 'block',
    holds: 'either',
    props: { of: needed('the name of a guess of src/components/guesses/') },
    example: '<Guess of="large-network" />',
  },
  GuessList: {
    says: 'Every guess of the site, with what the reader said and what came out.',
    place: 'block',
    holds: 'nothing',
    isLong: true,
    props: {},
    example: '<GuessList />',
  },
  PaperNumber: {
    says: 'A number of the paper, with its unit.',
    place: 'inline',
    holds: 'nothing',
    props: {
      table: needed('a table of the paper'),
      of: needed('key of its row, a full stop, key of its column'),
      minus: text('row and column of a number to subtract; the difference of percentages is in points'),
      unit: text('instead of the table’s unit; empty for none'),
    },
    example: '<PaperNumber table="table-2" of="50.mixup.last" />',
  },
  PaperTable: {
    says: 'A table of the paper, to sort, with its CSV file.',
    place: 'block',
    holds: 'nothing',
    props: {
      id: needed('a table of the paper'),
      notes: { kind: 'flag', says: 'what the paper leaves unsaid, below it' },
    },
    injected: ['later'],
    example: '<PaperTable id="table-2" notes />',
  },
  Remember: {
    says: 'The end of an article: three to five sentences to remember.',
    place: 'block',
    holds: 'something',
    props: {},
    example:
      '<Remember>\n\n- mixup trains on blends.\n- Labels blend as inputs do.\n- α sets how strongly.\n\n</Remember>',
  },
  Result: {
    says: 'A mean of a baked experiment, with half its 95 % interval.',
    place: 'inline',
    holds: 'nothing',
    props: {
      experiment: needed('a file of content/results/, without .json'),
      of: needed('keys of the number, with full stops between them'),
      minus: text('keys of a number to subtract, seed by seed'),
      at: { kind: 'number', says: 'the step at which a measure is read' },
      decimals: { kind: 'number', says: 'decimals shown, 1 by default' },
      unit: text('what stands behind it; % by default where `of` ends in “error”'),
      scale: {
        kind: 'number',
        says: 'what it is multiplied by: shares of a study, such as `erm.testError.last`, take scale={100} and unit="%"',
      },
    },
    example: '<Result experiment="erm-vs-mixup" of="spirals.mixup.error" />',
  },
  Scene: {
    says: 'One scene of a stage: a heading and at most 60 words, which set the figure beside them.',
    place: 'block',
    holds: 'something',
    partOf: 'Stage',
    props: {
      set: text('what it sets, as in `<SetFigure>`'),
      answer: text('what it sets once the guess in it is answered'),
      invites: text('controls, by their data-control, that it asks the reader to use'),
    },
    example:
      '<Scene set="lambda=0.5" invites="lambda">\n\n## Half way it is both\n\nNeither label is wrong, and neither is right.\n\n</Scene>',
  },
  SetFigure: {
    says: 'Words that set a figure.',
    place: 'inline',
    holds: 'something',
    props: {
      figure: needed('the anchor of a figure of the article'),
      set: needed('settings and their values, with & between them'),
    },
    injected: ['number'],
    example: '<SetFigure figure="blend-pictures" set="lambda=0.5">half of each</SetFigure>',
  },
  Stage: {
    says: 'Scenes beside one pinned figure: first the figure, then scenes.',
    place: 'block',
    holds: 'something',
    props: { figure: needed('the anchor of the figure it begins with') },
    injected: ['head'],
    example:
      '<Stage figure="blend-pictures">\n\n<BlendPictures />\n\n<Scene set="lambda=0.6" invites="lambda">\n\n## Six parts of it are cat\n\nMove λ: the label moves as the picture does.\n\n</Scene>\n\n<Scene set="lambda=0.5">\n\n## Half way it is both\n\nNeither label is wrong, and neither is right.\n\n</Scene>\n\n</Stage>',
  },
  Term: {
    says: 'A term of the glossary, at its first use.',
    place: 'inline',
    holds: 'something',
    props: { id: needed('a term of content/glossary/terms.json') },
    injected: ['name', 'definition', 'lang', 'anchor', 'spoken'],
    example: '<Term id="soft-label">soft label</Term>',
  },
};

const rooms = new URL('../islands/', import.meta.url);

/** What an author may write of a figure: what its room says it takes. */
function figureSchema(name: string, room: string): ComponentSchema {
  const source = readFileSync(new URL(`${room}/${name}.astro`, rooms), 'utf8');
  const props = readProps(source).filter((prop) => prop.name !== 'number');
  return {
    says: /\/\*\*\s*(?:Figure: )?([\s\S]*?)\s*\*\//.exec(source)?.[1]?.replace(/\s*\n\s*\*\s*/g, ' ') ?? '',
    place: 'block',
    holds: 'nothing',
    props: Object.fromEntries(
      props.map((prop) => [
        prop.name,
        {
          kind: prop.kind,
          says: prop.name === 'id' ? `its anchor, “${room}” unless another is given` : prop.says,
        },
      ]),
    ),
    injected: ['number'],
    example: `<${name} />`,
  };
}

/** What an author may write of each component, by its name; of figures, what their rooms say at the time. */
export const componentSchemas = (): Readonly<Record<string, ComponentSchema>> => ({
  ...proseSchemas,
  ...Object.fromEntries(Object.entries(figureNames()).map(([name, room]) => [name, figureSchema(name, room)])),
});
