import type { NumberParameter } from './parameter.ts';

/** Strength of mixup on a logarithmic slider, from hardly any mixing to nearly half and half. */
export function alphaParameter(start: number) {
  return {
    kind: 'number',
    key: 'alpha',
    label: 'α',
    min: 0.01,
    max: 100,
    step: 0.1,
    scale: 'log',
    default: start,
  } satisfies NumberParameter;
}
