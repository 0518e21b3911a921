import { describe, expect, test } from 'vitest';
import { renderArticle } from './render-article.ts';

/** The message an author sees for a text, with the line it names. */
async function complaint(text: string): Promise<{ line: number | undefined; message: string }> {
  try {
    await renderArticle(text);
  } catch (error) {
    const { line, message } = error as Error & { line?: number };
    return { line, message };
  }
  throw new Error('expected the text to be refused, but it was rendered');
}

describe('a mistake in an article stops the build, names the line and says what to do', () => {
  test('an unknown citation key, with the keys near it', async () => {
    const { line, message } = await complaint('One line.\n\nAnother <Cite id="zang2018" />.');
    expect(line).toBe(3);
    expect(message).toContain('Unknown citation key "zang2018"');
    expect(message).toContain('zhang2018');
    expect(message).toContain('content/bibliography/references.json');
  });

  test('a citation without a key', async () => {
    expect((await complaint('As in <Cite id="" />.')).message).toContain('<Cite id="zhang2018" />');
  });

  test('bad TeX in a sentence', async () => {
    const { line, message } = await complaint('Fine $x^2$.\n\nNot $\\frac{1}$ fine.');
    expect(line).toBe(3);
    expect(message).toContain('Bad TeX');
  });

  test('bad TeX in a displayed formula', async () => {
    const { line, message } = await complaint('Text.\n\n$$\n\\nosuchcommand{x}\n$$');
    expect(line).toBe(3);
    expect(message).toContain('nosuchcommand');
  });

  test('maths in a heading', async () => {
    const { line, message } = await complaint('Text.\n\n## When $\\lambda$ is large');
    expect(line).toBe(3);
    expect(message).toContain('Say it in words');
  });

  test('an unknown component, with the names near it', async () => {
    const { line, message } = await complaint('Text.\n\n<ErmVsMixdown />');
    expect(line).toBe(3);
    expect(message).toContain('Unknown component "ErmVsMixdown"');
    expect(message).toContain('ErmVsMixup');
    expect(message).toContain('src/islands/');
  });

  test('an unknown equation, and each further mistake with its line', async () => {
    const { line, message } = await complaint('As <EquationRef id="blend" /> says.\n\nAs <FigureRef id="blend" /> says.');
    expect(line).toBe(1);
    expect(message).toContain('Name an equation of this article');
    expect(message).toMatch(/\nLine 3: Unknown figure "blend"/);
  });

  test('a stage that does not begin with its figure, or holds more than scenes', async () => {
    const scene = '<Scene>\n\nText.\n\n</Scene>';
    const stage = (parts: string): string => `<Stage figure="erm-vs-mixup">\n\n${parts}\n\n</Stage>`;
    expect((await complaint(stage(`${scene}\n\n<ErmVsMixup />`))).message).toContain('does not begin with that figure');
    expect((await complaint(stage('<ErmVsMixup />'))).message).toContain('at least one <Scene>');
    const { line, message } = await complaint(stage(`<ErmVsMixup />\n\n${scene}\n\nStray words.`));
    expect(line).toBe(11);
    expect(message).toContain('nothing but <Scene>s');
  });

  test('an unknown term', async () => {
    const { line, message } = await complaint('A <Term id="alpa">word</Term>.');
    expect(line).toBe(1);
    expect(message).toContain('alpha');
    expect(message).toContain('content/glossary/terms.json');
  });

  test('a reference to a figure that the article does not have', async () => {
    const { line, message } = await complaint('<ErmVsMixup />\n\nSee <FigureRef id="erm-vs-mixdown" />.');
    expect(line).toBe(3);
    expect(message).toContain('erm-vs-mixup');
  });

  test('words that set a figure that the article does not have', async () => {
    const { message } = await complaint('Set it to <SetFigure figure="mix-digits" set="lambda=0.5">half</SetFigure>.');
    expect(message).toContain('Unknown figure "mix-digits"');
  });

  test('a reference to an equation that the article does not have', async () => {
    const { message } = await complaint('See <EquationRef id="loss" />.');
    expect(message).toContain('Unknown equation "loss"');
  });

  test('a formula that names symbols of no figure, or none of its figure’s, or marks up anything else', async () => {
    const formula = (tex: string, figure = '') => `<MixDigits />\n\n<Equation id="a"${figure}>\n\n$$\n${tex}\n$$\n\n</Equation>`;
    const named = '\\htmlData{sym=lambda}{\\lambda}';
    expect((await complaint(formula(named))).message).toContain('No figure is named');
    expect((await complaint(`In a sentence $${named}$.`)).message).toContain('No figure is named');
    expect((await complaint(formula('x', ' figure="mix-digits"'))).message).toContain('No symbol of this equation');
    expect((await complaint(formula(named, ' figure="mix-digit"'))).message).toContain('Unknown figure "mix-digit"');
    expect((await complaint('$\\htmlData{onclick=x}{y}$')).message).toContain('names a symbol and says nothing else');
    expect((await complaint('$\\href{https://example.org}{y}$')).message).toContain('Bad TeX');
  });

  test('a figure or an equation without an id, and an id used twice', async () => {
    expect((await complaint('<Figure>\n\npicture\n\n</Figure>')).message).toContain('<Figure> has no id');
    const twice = '<Equation id="a">\n\n$$\nx\n$$\n\n</Equation>\n';
    const { line, message } = await complaint(`${twice}\n${twice}`);
    expect(line).toBe(9);
    expect(message).toContain('used twice');
  });

  test('a link to a page that does not exist, with the pages near it', async () => {
    const { line, message } = await complaint('Text.\n\nSee [the words](/glosary/).');
    expect(line).toBe(3);
    expect(message).toContain('/glossary/');
  });
});

/** Texts with one mistake each: the line it stands in, and what is said of it. */
const cases: readonly (readonly [kind: string, text: string, line: number, said: RegExp])[] = [
  ['a property that does not exist', 'Text <Result experiment="alpha-sweep" of="erm.testError.last" decimal={2} />.', 1, /Unknown property of <Result>: "decimal"\. Did you mean one of: decimals.*It takes experiment, of,/],
  ['a number in words', 'Text <Result experiment="alpha-sweep" of="erm.testError.last" decimals="two" />.', 1, /decimals of <Result> is a number in braces, such as decimals=\{2\}/],
  ['a number in quotes', 'Text <Result experiment="alpha-sweep" of="erm.testError.last" decimals="2" />.', 1, /a number in braces/],
  ['a property twice', 'A <Term id="alpha" id="alpha">word</Term>.', 1, /has id twice\. Leave one out/],
  ['properties all at once', 'A <Term {...props}>word</Term>.', 1, /by name, not/],
  ['a flag with a text', '<PaperTable id="table-2" notes="yes" />', 1, /notes of <PaperTable> is written as notes alone/],
  ['a choice there is not', '<ExperimentPart is="quest" />', 1, /is of <ExperimentPart> is one of is="question"/],
  ['a baked experiment there is not', 'Text <Result experiment="alpha-swep" of="erm" />.', 1, /Unknown experiment "alpha-swep"\. Did you mean one of: alpha-sweep.*npm run bake/],
  ['a number of an experiment there is not', 'Text <Result experiment="alpha-sweep" of="erm.testEror.last" />.', 1, /breaks off at "testEror"; there is .*testError/],
  ['a result without its number', 'Text <Result experiment="alpha-sweep" />.', 1, /<Result> has no of \(keys of the number.*Write <Result experiment=/],
  ['a step that was not measured', 'Text <Result experiment="alpha-sweep" of="erm.testError" at={17} />.', 1, /step 17 was not measured; there is/],
  ['a table and a row of the paper there is not', 'Text <PaperNumber table="table-9" of="50" />.', 1, /table-9.*table-2/],
  ['a guess without a name', '<Guess />', 1, /<Guess> has no of/],
  ['a guess there is not', '<Guess of="large-networks" />', 1, /Unknown guess "large-networks"\. Did you mean one of: large-network.*src\/components\/guesses/],
  ['an equation without a formula', '<Equation id="a">\n\nWords.\n\n</Equation>', 1, /This <Equation> holds no formula\. Write/],
  ['a setting there is not', '<MixDigits />\n\nSet <SetFigure figure="mix-digits" set="lamda=0.5">half</SetFigure>.', 3, /lamda is not a setting of this figure.*It has lambda, /],
  ['a value a setting can not have', '<MixDigits />\n\nSet <SetFigure figure="mix-digits" set="lambda=half">half</SetFigure>.', 3, /half is not possible/],
  ['a preset there is not', '<ErmVsMixup />\n\nSet <SetFigure figure="erm-vs-mixup" set="preset=spiral">it</SetFigure>.', 3, /preset = spiral is not possible.*It has preset, /],
  ['a row of the paper’s chart there is not', '<PaperImagenet />\n\nSee <SetFigure figure="paper-imagenet" set="row=resnet-50.201">it</SetFigure>.', 3, /row = resnet-50\.201 is not possible/],
  ['words that set what can not be set', '<TrainingAndTesting />\n\nSet <SetFigure figure="training-and-testing" set="a=1">it</SetFigure>.', 3, /has nothing to set\. Leave the words plain/],
  ['a scene that sets what there is not', '<Stage figure="mix-digits">\n\n<MixDigits />\n\n<Scene set="lamda=1">\n\n## A heading that states\n\nText.\n\n</Scene>\n\n</Stage>', 5, /lamda is not a setting/],
  ['a first view there is not', '<ErmVsMixup start="blends" />', 1, /start="blends" is not possible\. Write one of .*blend/],
  ['a block in a sentence', 'As in <PaperTable id="table-2" /> here.', 1, /<PaperTable> stands in a sentence\. Put it on lines of its own/],
  ['a piece of a sentence alone', '<Cite id="zhang2018" />', 1, /<Cite> belongs into a sentence/],
  ['a table of the paper twice', '<PaperTable id="table-2" />\n\n<PaperTable id="table-2" />', 3, /"table-2" is shown twice\. Leave one out/],
  ['a component that should hold something', 'A <Term id="alpha"></Term>.', 1, /<Term> is empty\. Write <Term id=/],
  ['a component that should hold nothing', 'A <FigureRef id="mix-digits">figure</FigureRef>.\n\n<MixDigits />', 1, /<FigureRef> holds nothing\. End it at once/],
  ['a term in a term', 'A <Term id="alpha">word of <Term id="lambda">it</Term></Term>.', 1, /<Term> stands within <Term>, and one link can't hold another/],
  ['a term of a whole formula', 'At <Term id="alpha">$\\alpha = 1$</Term>.', 1, /<Term id="alpha"> holds a formula, .* Put its symbol alone/],
  ['a term in a link', 'A [word of <Term id="lambda">it</Term>](/glossary/).', 1, /<Term> stands within a link/],
  ['a component in lower case', '<mixDigits />', 1, /can't hold <mixDigits>\. A component begins with a capital: <MixDigits \/>/],
  ['a script', '<script src="https://example.org/x.js"></script>', 1, /can't hold <script>\. Pages run no foreign scripts/],
  ['a frame', '<iframe src="https://example.org"></iframe>', 1, /can't hold <iframe>/],
  ['an element that runs a script', 'A <span onclick="x()">word</span>.', 1, /onclick would run a script/],
  ['an import', "import Thing from './thing.ts';\n\nText.", 1, /Articles import nothing/],
  ['a name in braces that nothing defines', 'Text.\n\nIt is {undefinedName}.', 3, /Nothing is called "undefinedName"\. .*\\\{/],
  ['money', 'It costs $5 and $x$.', 1, /"5 and" would be set as a formula\. Write \\\$ for a dollar/],
  ['a second title', '# A title\n\nText.', 1, /one # is the title.*Begin sections with ##/],
  ['a heading that is too deep', '##### Five\n\nText.', 1, /5 # is too deep/],
  ['a note without its text', 'Text.[^nothing]', 1, /The note \[\^nothing\] has no text\. Write a paragraph \[\^nothing\]: …/],
  ['a note that nothing refers to', 'Text.\n\n[^lost]: A note.', 3, /Nothing refers to the note \[\^lost\]/],
  ['a note twice', 'Text.[^a]\n\n[^a]: One.\n\n[^a]: Two.', 5, /is there twice, and the second is lost/],
  ['a heading called like a figure', '<MixDigits />\n\n## Mix digits\n\nText.', 3, /"mix-digits" is there already.*Word the heading otherwise/],
  ['a dead fragment of its own', '## A heading that states\n\nSee [it](#a-heading-that-stated).', 3, /Nothing here is called "#a-heading-that-stated"\. Near it: a-heading-that-states/],
  ['a relative link', 'See [it](../cifar/).', 1, /"\.\.\/cifar\/" is no address.*whole path/],
  ['a link that is a script', 'See [it](javascript:alert).', 1, /is no address that a page can lead to/],
  ['a dead link in an element', 'See <a href="/glosary/">it</a>.', 1, /Link to a missing page: "\/glosary\/"\. Pages near it: .*\/glossary\//],
  ['a picture that is not there', 'Text.\n\n![A cat beside a dog](./no-cat.png)', 3, /no file "\.\/no-cat\.png" beside the article/],
  ['a picture of public/ that is not there', '![A cat beside a dog](/pictures/no-cat.png)', 1, /no file "\/pictures\/no-cat\.png" in public\//],
  ['a picture of another host', '![A cat beside a dog](https://example.org/cat.png)', 1, /on another host.*Save it beside the article/],
  ['an element with a picture of another host', 'A <img src="//example.org/cat.png" alt="A cat asleep" />.', 1, /on another host/],
  ['a picture without words', '![](./cat.png)', 1, /no words for who does not see it\. Write what it shows/],
  ['a language of code there is not', 'Text.\n\n```pyton\nx\n```', 3, /Unknown language of code "pyton"\. Did you mean one of: python/],
];

describe('every kind of mistake is told with its line, what is wrong and what to write', () => {
  test.each(cases)('%s', async (_, text, line, said) => {
    const found = await complaint(text);
    expect(found.message).toMatch(said);
    expect(found.line).toBe(line);
    expect(found.message.length).toBeLessThan(600);
  });

  test('all mistakes of an article are told at once, each with its line', async () => {
    const text = 'A <Term id="alpa">word</Term>.\n\nSee [it](/glosary/) <Cite id="zang2018" />.\n\n$\\frac{1}$';
    const error = await renderArticle(text).catch((one: unknown) => one as { mistakes: { line: number }[] });
    expect('mistakes' in error && error.mistakes.map(({ line }) => line)).toEqual([1, 3, 3, 5]);
  });
});

describe('what is right passes', () => {
  test.each([
    ['files of results, whole addresses, and places of the page', '## A heading that states\n\n[a](/results/alpha-sweep.csv) [b](/results/#x) [c](mailto:a@example.org) [d](#a-heading-that-states) [e](https://example.org/x) [f](#mix-digits)\n\n<MixDigits />'],
    ['numbers, flags and braces', '<PaperTable id="table-2" notes />\n\nText <Result experiment="alpha-sweep" of="erm.testError.last" scale={100} decimals={2} />{1 + 1}{/* a comment */}.\n\nexport const two = 2;\n\nIt is {two}, \\{braces}.'],
    ['formulas and escaped dollars', 'It costs \\$5 and $x$, or $$x$$.'],
    ['the same figure with another id', '<MixDigits />\n\n<MixDigits id="mixed-again" />\n\nSee <FigureRef id="mixed-again" />.'],
    ['plain elements', 'Text <abbr title="empirical risk minimization">ERM</abbr><br /> and <span style="color: red">red</span>.'],
    ['code in a known language, or in none', '```ts title="a.ts"\nx\n```\n\n```\nx\n```'],
  ])('%s', async (_, text) => {
    await expect(renderArticle(text)).resolves.toBeDefined();
  });
});
