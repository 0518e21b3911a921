import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileFormat } from '../src/core/data/file-format.ts';
import { createNodeCpuEngine } from '../src/engine/cpu/node-cpu-engine.ts';
import type { Experiment } from './experiments/experiment.ts';
import { experiments } from './experiments/index.ts';
import { stableJson } from './stable-json.ts';

/*
 * npm run bake -- <name> ...    runs experiments on the CPU engine, on all cores, and writes content/results/<name>.json
 * npm run bake -- all           runs all of them
 *
 * Baking twice writes the same bytes; times are printed, never written.
 */

const results = new URL('../content/results/', import.meta.url);

await main(process.argv.slice(2));

async function main(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => name !== 'all' && findExperiment(name) === undefined);
  if (names.length === 0 || unknown.length > 0) {
    for (const name of unknown) console.error(`No experiment is called "${name}".`);
    console.error('Usage: npm run bake -- <name> ... (or all). Experiments:');
    for (const { name, summary } of experiments) console.error(`  ${name}  ${summary}`);
    process.exitCode = 1;
    return;
  }
  for (const experiment of experiments) {
    if (names.includes('all') || names.includes(experiment.name)) await bake(experiment);
  }
}

function findExperiment(name: string): Experiment | undefined {
  return experiments.find((experiment) => experiment.name === name);
}

async function bake(experiment: Experiment): Promise<void> {
  const { name } = experiment;
  const started = performance.now();
  const engine = await createNodeCpuEngine();
  const project = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8')) as {
    version: string;
  };
  try {
    const result = await experiment.run(engine, (progress) => console.log(`${name}: ${progress}`));
    await mkdir(results, { recursive: true });
    const versions = { project: project.version, format: fileFormat };
    await writeFile(new URL(`${name}.json`, results), `${stableJson({ experiment: name, versions, ...result })}\n`);
    console.log(`${name}: done in ${((performance.now() - started) / 1000).toFixed(1)} s on ${engine.device}`);
  } finally {
    engine.dispose();
  }
}
