import { describe, expect, test } from 'vitest';
import { renderArticle } from './render-article.ts';

const part = (name: string, heading = `Something said of ${name}`): string => `<ExperimentPart is="${name}" />\n\n## ${heading}\n\nText.\n`;
const article = (names: readonly string[]): string => names.map((name) => part(name)).join('\n');
const complete = ['question', 'did', 'found', 'rerun', 'shows'];

/** What an author is told, or nothing. */
async function complaint(text: string, given: { part?: string } = {}): Promise<{ line?: number; message: string } | undefined> {
  try {
    await renderArticle(text, '/', given);
  } catch (error) {
    return error as Error & { line?: number };
  }
  return undefined;
}

describe('an experiment article', () => {
  test('goes through its five parts in order, and each gets its label', async () => {
    const { code } = await renderArticle(article(complete), '/', { part: 'experiments' });
    const labels = ['The question', 'What they did', 'What they found', 'Run it again here', 'What this shows, and what not'];
    for (const label of labels) expect(code).toContain(`label: "${label}"`);
    expect(await complaint(article(complete.with(3, 'look')), { part: 'experiments' })).toBeUndefined();
  });

  test.each([
    ['one is missing', complete.toSpliced(2, 1)],
    ['two are exchanged', ['question', 'found', 'did', 'rerun', 'shows']],
    ['one comes twice', [...complete, 'shows']],
    ['there are none', []],
  ])('is refused when %s', async (_, names) => {
    const told = await complaint(`Text.\n\n${article(names)}`, { part: 'experiments' });
    expect(told?.message).toContain('question, did, found, rerun or look, shows');
    expect(told?.message).toContain(`Came: ${names.join(', ') || 'none'}`);
  });

  test('is refused, with the line, when a label stands before anything but a section heading, or is unknown', async () => {
    const before = await complaint('One.\n\n<ExperimentPart is="question" />\n\nNo heading.', { part: 'experiments' });
    expect(before?.line).toBe(3);
    expect(before?.message).toContain('No section heading follows the label of the part "question"');
    expect((await complaint(part('questoin')))?.message).toContain('Unknown part of an experiment "questoin"');
  });

  test('other articles need no parts', async () => {
    expect(await complaint('Text.\n\n## A heading here\n', { part: 'ideas' })).toBeUndefined();
  });
});

describe('numbers of the paper in a text', () => {
  test('are checked when the article is read, with the line and what there is', async () => {
    const told = await complaint('One.\n\nIt is <PaperNumber table="table-4" of="wine.erm" />.');
    expect(told?.line).toBe(3);
    expect(told?.message).toContain('abalone, arcene, arrhythmia');
    expect((await complaint('<PaperTable id="table-7" />'))?.message).toContain('There are: figure-2, table-1');
    expect((await complaint('It is <PaperNumber table="table-4" of="iris.erm" minus="iris.mixed" />.'))?.message).toContain('no number "mixed"');
  });

  test('and files of tables can be linked to', async () => {
    const { code } = await renderArticle('[file](/paper/table-2.csv) and <PaperNumber table="table-4" of="iris.erm" />', '/mixup/');
    expect(code).toContain('href: "/mixup/paper/table-2.csv"');
  });
});
