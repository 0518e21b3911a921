import { defineParameters } from '../../parameters/parameter.ts';

/** The plane that the figure shows: hours of the day and °C. */
export const temperaturePlane = { x: [0, 24], y: [0, 30] } as const;

/** The curves a reader can start from. */
export const curveShapes = [
  { value: 'line', name: 'A straight line' },
  { value: 'smooth', name: 'A smooth curve' },
  { value: 'through', name: 'Through every reading' },
  { value: 'wild', name: 'Wild in between' },
  { value: 'truth', name: 'The true mean' },
] as const;

export type CurveShape = (typeof curveShapes)[number]['value'];

/** Everything a reader can set in the figure "Bend a curve". */
export const bendCurveParameters = defineParameters({
  shape: { kind: 'choice', key: 'shape', label: 'curve', choices: curveShapes, default: 'through' },
  seed: { kind: 'integer', key: 'seed', label: 'seed', min: 0, max: 9999, default: 1 },
  truth: {
    kind: 'choice',
    key: 'truth',
    label: 'true mean',
    choices: [
      { value: 'shown', name: 'shown' },
      { value: 'hidden', name: 'hidden' },
    ],
    default: 'shown',
  },
  moved: { kind: 'points', key: 'points', label: 'moved handles', ...temperaturePlane },
});
