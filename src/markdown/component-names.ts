import { figureNames } from './figure-names.ts';

/** The components authors may use by name, besides figures. */
export const proseComponents = [
  'Aside',
  'Cite',
  'Equation',
  'EquationRef',
  'ExperimentPart',
  'Figure',
  'FigureRef',
  'Guess',
  'GuessList',
  'PaperNumber',
  'PaperTable',
  'Remember',
  'Result',
  'Scene',
  'SetFigure',
  'Stage',
  'Term',
] as const;

/** Every component name an article may hold. */
export function componentNames(): string[] {
  return [...proseComponents, ...Object.keys(figureNames)].sort();
}
