import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { messageOf } from '../src/core/error-message.ts';
import { draftArticle } from './new/article.ts';
import { draftDataSet } from './new/data-set.ts';
import { draftExperiment } from './new/experiment.ts';
import { draftFigure } from './new/figure.ts';
import { writeDraft, type Draft } from './new/draft.ts';
import { draftTranslation } from './new/translation.ts';

/*
 * npm run new -- article "Title"                a draft behind the articles of the part "ideas"
 * npm run new -- article "Title" --part NAME    of another part
 * npm run new -- article "Titel" --lang de --of NAME   a translation of an article
 * npm run new -- figure NAME                    the room of a figure, and its test
 * npm run new -- experiment NAME                a study, its experiment, its figure, and its test
 * npm run new -- dataset NAME                   a table of numbers, and its card
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const usage = `Usage: npm run new -- article "Title" [--part ideas|experiments|conclusions]
       npm run new -- article "Titel" --lang de --of what-is-mixup
       npm run new -- figure blend-of-two
       npm run new -- experiment two-moons
       npm run new -- dataset penguins`;

try {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { part: { type: 'string', default: 'ideas' }, lang: { type: 'string' }, of: { type: 'string' } },
  });
  const draft = draftOf(positionals, values);
  writeDraft(root, draft);
  for (const file of Object.keys(draft.files)) console.log(`written: ${file}`);
  console.log(`\nNext:\n${draft.next.map((line) => `- ${line}`).join('\n')}`);
} catch (error) {
  console.error(`${messageOf(error)}\n${usage}`);
  process.exitCode = 1;
}

function draftOf(
  [kind, name, ...rest]: readonly string[],
  { part, lang, of }: { part: string; lang?: string | undefined; of?: string | undefined },
): Draft {
  if (kind === undefined || name === undefined || rest.length > 0)
    throw new Error(`Expected what to begin and one name; a title of several words stands in quotes.`);
  switch (kind) {
    case 'article':
      if (lang !== undefined || of !== undefined) return draftTranslation(root, name, lang ?? '', of ?? '', new Date());
      if (!['ideas', 'experiments', 'conclusions'].includes(part))
        throw new Error(`--part: expected ideas, experiments or conclusions, got "${part}".`);
      return draftArticle(root, name, part, new Date());
    case 'figure':
      return draftFigure(name);
    case 'experiment':
      return draftExperiment(name);
    case 'dataset':
      return draftDataSet(name);
    default:
      throw new Error(`Expected article, figure, experiment or dataset, got "${kind}".`);
  }
}
