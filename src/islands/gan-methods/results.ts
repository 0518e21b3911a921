import { readBakedStudy } from '../../studies/baked-study.ts';
import type { GanMeasure } from '../../studies/gan-games.ts';
import { bakedStudy } from '../kit/baked/baked-results.ts';
import type { ResultsSetup } from '../kit/rerun/rerun-setup.ts';
import { methodColumns, methodGroups } from './finding.ts';

/** The sets that games were played on in advance, the one that is drawn first. */
export const ganSets = [
  { file: 'gan-ring', name: 'ring of 8' },
  { file: 'gan-tight-ring', name: 'tight ring' },
  { file: 'gan-grid', name: 'grid of 25' },
] as const;

/** The games among the results: the ring of eight, and files of all sets and of the paper's size. */
export const ganMethodsSetup: ResultsSetup = {
  results: {
    beside: 'gans',
    title: 'Here: points near a cluster, and clusters found, on the ring of eight',
    files: [...ganSets.map(({ file }) => file), 'gan-paper-size'],
  },
  resultRows: () => {
    const study = bakedStudy<GanMeasure>(ganSets[0].file);
    return { columns: methodColumns, groups: methodGroups(readBakedStudy(study)), seeds: study.seeds.length };
  },
};
