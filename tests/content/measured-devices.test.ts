import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** What `content/benchmarks/` holds of a device. */
interface Measured {
  readonly device: string;
  readonly speeds: readonly { readonly network: string; readonly by: string; readonly members: number; readonly modelStepsPerSecond: number }[];
}

it('the table of devices in docs/benchmark.md has every speed that the site shows of them, in its engine’s row', () => {
  const lines = readFileSync('docs/benchmark.md', 'utf8').split('\n');
  const names: Readonly<Record<string, string>> = { 'layers-webgl': 'tfjs-layers, WebGL' };
  for (const file of globSync('content/benchmarks/*.json')) {
    const { device, speeds } = JSON.parse(readFileSync(file, 'utf8')) as Measured;
    const first = lines.findIndex((line) => line.startsWith(`| ${device}`));
    expect(first, device).toBeGreaterThan(0);
    for (const engine of new Set(speeds.map(({ by }) => by))) {
      const row = lines.slice(first).find((line) => line.includes(`| ${names[engine] ?? engine} |`)) ?? '';
      for (const { modelStepsPerSecond } of speeds.filter(({ by }) => by === engine))
        expect(row, engine).toContain(`| ${modelStepsPerSecond.toLocaleString('en-US')} |`);
    }
  }
});
