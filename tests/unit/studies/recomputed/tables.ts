import { readFileSync } from 'node:fs';
import { splitRows } from '../../../../src/core/data/split-rows.ts';
import { readTable } from '../../../../src/data/read-data.ts';
import { readVowels } from '../../../../src/data/vowels/read-vowels.ts';
import { newSpeakers, newSpeakersConditions, type SpeakerDraw } from '../../../../src/studies/new-speakers.ts';
import { runStudy } from '../../../../src/studies/run-study.ts';
import type { RealTable } from '../../../../src/studies/real-tables.ts';
import { tabularData } from '../../../../src/studies/tabular-data.ts';
import { amount, errorOf, lossOf, resultOf, sum, turned, type Answer, type Recomputation } from './recomputation.ts';
import { atTemperature, meanLoss, slowCalibration, slowCertainty, slowTemperature } from './slow-calibration.ts';
import { published, trainedSlowly } from './slow-network-of.ts';

/** A file of numbers whose last column names a class, read without any code of the site. */
function tableByHand(name: string): { columns: number[][]; labels: Uint8Array } {
  const lines = readFileSync(`public/data/${name}.csv`, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.trim().split(','));
  const names = lines.map((cells) => cells.at(-1) ?? '');
  const classes = [...new Set(names)].sort((a, b) => Number(a) - Number(b) || (a < b ? -1 : 1));
  return {
    columns: lines.map((cells) => cells.slice(0, -1).map(Number)),
    labels: Uint8Array.from(names, (one) => classes.indexOf(one)),
  };
}

/** Every column shifted and scaled to mean 0 and deviation 1 over some rows. */
function standardized(rows: readonly (readonly number[])[], over: Iterable<number>): number[][] {
  const own = Array.from(over, (row) => rows[row] ?? []);
  const scales = (rows[0] ?? []).map((_, c) => {
    const column = own.map((cells) => cells[c] ?? NaN);
    const mean = sum(column) / column.length;
    const deviation = Math.sqrt(sum(column.map((value) => (value - mean) ** 2)) / column.length);
    return { mean, deviation };
  });
  return rows.map((cells) =>
    cells.map((value, c) => (value - (scales[c]?.mean ?? NaN)) / (scales[c]?.deviation ?? NaN)),
  );
}

/** @param steps to train, of which ten passes through the training rows have many more */
function table(name: RealTable, steps: number): Recomputation {
  return async (engine, file) => {
    const seeds = [3, 4];
    const whole = tabularData(await readTable(name), { name, alpha: 1 });
    const results = await runStudy(engine, { ...whole, steps, measureEvery: steps }, seeds, { keepHits: true });
    const { columns, labels } = tableByHand(name);
    return [`${name} mixup`, `${name} erm`].map((condition, k) => {
      const seed = seeds[k] ?? NaN;
      const { network, trainingRows, ...learning } = published(file, condition);
      const { train, test } = splitRows(labels.length, trainingRows, seed);
      const rows = standardized(columns, train);
      const inputs = Float32Array.from(rows.flat());
      const { answer } = trainedSlowly({ ...learning, network, seed, inputs, labels, rows: train }, steps);
      const answers = Array.from(test, (row): Answer => ({ logs: answer(rows[row] ?? []), right: labels[row] ?? NaN }));
      const { measures, hits } = resultOf(
        results.filter(({ trial }) => trial.seed === seed),
        condition,
      );
      return {
        of: `${condition}, seed ${seed}`,
        measured: { ...measures, 'hits that differ': turned(hits, answers), rows: answers.length },
        slow: {
          testError: errorOf(answers),
          testLoss: lossOf(answers),
          'hits that differ': amount(0, 1.5),
          rows: amount(Math.round(0.2 * labels.length)),
        },
      };
    });
  };
}

/** The recordings: who spoke, what was measured, and the vowel. */
function recordingsByHand() {
  const { columns, labels } = tableByHand('vowels');
  return columns.map(([speaker = NaN, ...measures], row) => ({ speaker, measures, right: labels[row] ?? NaN }));
}

function speakers(draw: SpeakerDraw): Recomputation {
  return async (engine, file) => {
    const steps = 60;
    const conditions = newSpeakersConditions(draw).filter(({ hidden }) => hidden === 8);
    const seeds = [3, 4];
    const results = await runStudy(engine, newSpeakers(await readVowels(), draw, steps, conditions), seeds, {
      keepHits: true,
    });
    const recordings = recordingsByHand();
    return conditions
      .filter((_, k) => k % 2 === 1)
      .map(({ name }, k) => {
        const seed = seeds[k % 2] ?? NaN;
        const drawn = Array.from(splitRows(15, 8, seed).train, (speaker) => speaker + 1);
        const heardSpeakers = draw === 'anew' ? drawn : [1, 2, 3, 4, 5, 6, 7, 8];
        const isHeard = recordings.map(({ speaker }) => heardSpeakers.includes(speaker));
        const heard = Uint32Array.from(recordings.keys()).filter((row) => isHeard[row]);
        const rows = standardized(
          recordings.map(({ measures }) => measures),
          heard,
        );
        const labels = Uint8Array.from(recordings, ({ right }) => right);
        const { network, ...learning } = published(file, name);
        const inputs = Float32Array.from(rows.flat());
        const { answer } = trainedSlowly({ ...learning, network, seed, inputs, labels, rows: heard }, steps);
        const answers = recordings.map(({ speaker, right }, row) => ({
          speaker,
          right,
          logs: answer(rows[row] ?? []),
        }));
        const unheard = answers.filter((_, row) => !isHeard[row]);
        const temperatures = new Map(
          [...new Set(unheard.map(({ speaker }) => speaker))].map((speaker) => [
            speaker,
            slowTemperature(unheard.filter((one) => one.speaker !== speaker)),
          ]),
        );
        const rescaled = unheard.flatMap((one) => atTemperature([one], temperatures.get(one.speaker) ?? NaN));
        const { measures, hits } = resultOf(
          results.filter(({ trial }) => trial.seed === seed),
          name,
        );
        return {
          of: `${name}, seed ${seed}`,
          measured: { ...measures, 'hits that differ': turned(hits, unheard), unheard: unheard.length },
          slow: {
            ...slowCertainty(unheard),
            rescaledLoss: amount(meanLoss(rescaled)),
            rescaledCalibrationError: slowCalibration(rescaled),
            temperature: amount(sum([...temperatures.values()]) / 7),
            trainingError: errorOf(answers.filter((_, row) => isHeard[row])),
            'hits that differ': amount(0, 1.5),
            unheard: amount(462),
          },
        };
      });
  };
}

export const ofTables: Readonly<Record<string, Recomputation>> = {
  'tabular-iris': table('iris', 20),
  'tabular-iris-longer': table('iris', 40),
  'tabular-wine': table('wine', 10),
  'tabular-breast-cancer': table('breast-cancer', 6),
  'tabular-abalone': table('abalone', 4),
  'new-speakers': speakers('anew'),
  'new-speakers-historical': speakers('historical'),
};
