import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { messageOf } from '../src/core/error-message.ts';
import { memberLimit } from '../src/core/training/ensemble.ts';
import { fullSettings, quickSettings } from './bench/bench-settings.ts';
import { contenderInfo, contenders } from './bench/contenders.ts';
import { formatReport } from './bench/format-report.ts';
import { runBench, type BenchOptions } from './bench/run-bench.ts';
import { isGraphics } from './chromium.mjs';
import { judge } from './bench/verdicts.ts';

/*
 * npm run bench                        measures the engines beside TensorFlow.js, in Chromium; about ten minutes
 * npm run bench -- --json FILE         also writes what was measured
 * npm run bench -- --quick             fewer cases, each timed once and briefly: whether it works, not how fast it is
 * npm run bench -- --only webgl,cpu    only these contenders
 * npm run bench -- --members 1,4096    with these numbers of networks, up to 4,096
 * npm run bench -- --seeds shared      all networks draw the same random choices; usually each has a seed of its own
 * npm run bench -- --studies           also runs each study of the built site and times it from the press to its end
 * npm run bench -- --hardware          on this machine's GPU instead of software renderers
 *
 * docs/benchmark.md says how to read it.
 */

interface Options extends Omit<BenchOptions, 'log'> {
  readonly json: string | undefined;
}

const options = readOptions();
if (options) await main(options);

async function main({ json, ...rest }: Options): Promise<void> {
  // Before the minutes that follow, rather than after them.
  if (json !== undefined) await mkdir(path.dirname(path.resolve(json)), { recursive: true });
  const report = await runBench({ ...rest, log: (progress) => console.error(`bench: ${progress}`) });
  console.log(`\n${formatReport(report)}`);
  if (json !== undefined) {
    await writeFile(json, `${JSON.stringify({ ...report, targets: judge(report.training) }, null, 2)}\n`);
  }
}

/** Reads the command line; says what is wrong with it and returns nothing if it can't be followed. */
function readOptions(): Options | undefined {
  try {
    const { values } = parseArgs({
      options: {
        json: { type: 'string' },
        quick: { type: 'boolean', default: false },
        only: { type: 'string' },
        hardware: { type: 'boolean', default: false },
        members: { type: 'string' },
        seeds: { type: 'string', default: 'own' },
        studies: { type: 'boolean', default: false },
      },
    });
    const { seeds } = values;
    const asked = process.env.GRAPHICS;
    const graphics = asked && isGraphics(asked) ? asked : values.hardware ? undefined : 'software';
    if (seeds !== 'own' && seeds !== 'shared') throw new Error(`--seeds is own or shared, not "${seeds}".`);
    const memberCounts = values.members?.split(',').map(readCount);
    const settings = values.quick ? quickSettings : fullSettings;
    const only = values.only?.split(',').map((name) => contenderInfo(name.trim()).name);
    return {
      json: values.json,
      contenders: contenders.filter(({ name }) => only?.includes(name) ?? true),
      settings: { ...settings, ...(memberCounts && { memberCounts }), seeds },
      studies: values.studies,
      ...(graphics && { graphics }),
    };
  } catch (error) {
    console.error(messageOf(error));
    console.error(
      'Usage: npm run bench -- [--json FILE] [--quick] [--only NAME,...] [--members N,...] [--seeds own|shared] [--studies] [--hardware]',
    );
    process.exitCode = 1;
    return undefined;
  }
}

/** @throws Error if the text is not a number of networks that the engines take */
function readCount(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1 && count <= memberLimit) return count;
  throw new Error(`--members is a list of whole numbers from 1 to ${memberLimit}, not "${text}".`);
}
