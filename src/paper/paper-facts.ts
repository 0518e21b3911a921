import file from '../../content/paper/paper-facts.json' with { type: 'json' };
import { expectFormat, fileFormat } from '../core/data/file-format.ts';

expectFormat(
  'content/paper/paper-facts.json',
  file,
  `Give it the shape that src/paper reads, and "versions": { "format": ${fileFormat} }.`,
);

/** All numbers of the paper, as they were read in it. */
export const facts = file;
