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
    expect((await complaint('<Cite id="" />')).message).toContain('<Cite id="zhang2018" />');
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
