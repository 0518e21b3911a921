import { createHash } from 'node:crypto';
import { bakedFile, bakedNames } from '../../islands/kit/baked/baked-results.ts';
import { studyProgram, type Templates } from './study-program.ts';

const pieces = import.meta.glob<string>('./templates/*.py', { query: '?raw', import: 'default', eager: true });

const templates = Object.fromEntries(
  Object.entries(pieces).map(([path, text]) => [path.replace(/^.*\/|\.py$/g, ''), text]),
) as Templates;

/** What came of running a program: with what, over how many seeds, and what it printed. */
interface StudyProgramRun {
  readonly with: string;
  readonly seeds: number;
  readonly printed: readonly string[];
}

const runs = import.meta.glob<Readonly<Record<string, StudyProgramRun & { readonly sha256: string }>>>(
  '/content/code/study-runs.json',
  { import: 'default', eager: true },
)['/content/code/study-runs.json'];

/** A study in PyTorch. */
interface StudyProgram {
  readonly study: string;
  readonly text: string;
  /** Of the program as it is; missing where it was never run, or its study or its pieces were changed since. */
  readonly run: StudyProgramRun | undefined;
}

/** The program of a study; undefined where there is none. */
export function studyProgramOf(study: string): StudyProgram | undefined {
  const text = studyProgram(study, bakedFile(study), templates);
  if (text === undefined) return undefined;
  const kept = runs?.[study];
  const isSame = kept?.sha256 === createHash('sha256').update(text).digest('hex');
  return { study, text, run: isSame ? kept : undefined };
}

/** Where a study's program is published. */
export const studyProgramPath = (study: string): string => `/code/studies/${study}.py`;

/** The program of every study that has one. */
export const studyPrograms = (): StudyProgram[] => bakedNames().flatMap((study) => studyProgramOf(study) ?? []);
