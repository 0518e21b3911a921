import { defineParameters } from '../../parameters/parameter.ts';
import { looks, views } from './views.ts';

/** Where the two handles stand. */
interface ProbeDefaults {
  readonly a: { readonly x: number; readonly y: number };
  readonly b: { readonly x: number; readonly y: number };
}

/** What a named situation of the figure fixes. */
interface SituationDefaults {
  readonly preset: string;
  readonly data: 'moons' | 'blobs' | 'rings' | 'spirals';
  readonly noise: number;
  readonly flipped: number;
  readonly alpha: number;
  readonly width: number;
  readonly activation: 'relu' | 'tanh';
  readonly seed: number;
}

/**
 * Everything a reader can set in the figure "ERM and mixup, side by side".
 *
 * @param defaults the situation that values left out of an address fall back to
 * @param probe where the handles stand unless the address says otherwise
 * @param presets names of all situations
 * @param steps length of a run
 */
export function ermVsMixupParameters(
  defaults: SituationDefaults,
  probe: ProbeDefaults,
  presets: readonly { name: string; title: string }[],
  steps: number,
) {
  const plane = [-1.75, 1.75] as const;
  const coordinate = (key: string, label: string, value: number) =>
    ({ kind: 'number', key, label, min: -1.75, max: 1.75, step: 0.01, scale: 'linear', default: value }) as const;
  return defineParameters({
    preset: {
      kind: 'choice',
      key: 'preset',
      label: 'preset',
      choices: presets.map(({ name, title }) => ({ value: name, name: title })),
      default: defaults.preset,
    },
    data: {
      kind: 'choice',
      key: 'data',
      label: 'data set',
      choices: [
        { value: 'moons', name: 'two moons' },
        { value: 'blobs', name: 'two blobs' },
        { value: 'rings', name: 'two rings' },
        { value: 'spirals', name: 'two spirals' },
      ],
      default: defaults.data,
    },
    noise: {
      kind: 'number',
      key: 'noise',
      label: 'noise',
      min: 0,
      max: 0.5,
      step: 0.01,
      scale: 'linear',
      default: defaults.noise,
    },
    flipped: {
      kind: 'number',
      key: 'flipped',
      label: 'share of wrong labels',
      min: 0,
      max: 0.5,
      step: 0.01,
      scale: 'linear',
      default: defaults.flipped,
    },
    alpha: {
      kind: 'number',
      key: 'alpha',
      label: 'alpha',
      min: 0.01,
      max: 100,
      step: 0.1,
      scale: 'log',
      zero: true,
      default: defaults.alpha,
    },
    width: { kind: 'integer', key: 'width', label: 'hidden units', min: 4, max: 64, default: defaults.width },
    activation: {
      kind: 'choice',
      key: 'activation',
      label: 'activation',
      choices: [
        { value: 'relu', name: 'ReLU' },
        { value: 'tanh', name: 'tanh' },
      ],
      default: defaults.activation,
    },
    seed: { kind: 'integer', key: 'seed', label: 'seed', min: 0, max: 9999, default: defaults.seed },
    step: { kind: 'integer', key: 'step', label: 'step', min: 0, max: steps, default: steps },
    edits: { kind: 'points', key: 'points', label: 'changed points', x: plane, y: plane },
    ax: coordinate('ax', 'first input of handle i', probe.a.x),
    ay: coordinate('ay', 'second input of handle i', probe.a.y),
    bx: coordinate('bx', 'first input of handle j', probe.b.x),
    by: coordinate('by', 'second input of handle j', probe.b.y),
    lambda: { kind: 'number', key: 'lambda', label: 'λ', min: 0, max: 1, step: 0.01, scale: 'linear', default: 0.7 },
    view: {
      kind: 'choice',
      key: 'view',
      label: 'shown',
      choices: views.map((value) => ({ value, name: looks[value].name })),
      default: 'between',
    },
  });
}
