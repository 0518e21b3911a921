import { parseArgs } from 'node:util';
import { messageOf } from '../src/core/error-message.ts';
import { packKit } from './gpu-kit/pack-kit.ts';

/*
 * npm run gpu-kit -- --out FOLDER              packs what a bare Linux machine with an NVIDIA card needs to run the engines
 * npm run gpu-kit -- --out FOLDER --part 60    in parts of at most 60 MiB
 *
 * docs/benchmark.md says how to run it there.
 */

const usage = 'Usage: npm run gpu-kit -- --out FOLDER [--part MiB]';

try {
  const { values } = parseArgs({ options: { out: { type: 'string' }, part: { type: 'string', default: '1000' } } });
  const mebibytes = Number(values.part);
  if (values.out === undefined) throw new Error('Where to?');
  if (!(mebibytes >= 1)) throw new Error(`A part's size is a number of MiB from 1, not "${values.part}".`);
  const parts = packKit(values.out, mebibytes * 2 ** 20, (progress) => console.error(`gpu-kit: ${progress}`));
  console.log(parts.join('\n'));
} catch (error) {
  console.error(messageOf(error));
  console.error(usage);
  process.exitCode = 1;
}
