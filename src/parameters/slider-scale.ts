import { nearestAllowed, withoutNoise, type IntegerParameter, type NumberParameter } from './parameter.ts';

/** How many steps a slider for this parameter has; its positions are 0 to this. */
export function sliderSteps(parameter: NumberParameter | IntegerParameter): number {
  if (parameter.kind === 'integer') return parameter.max - parameter.min;
  const { min, max, step } = parameter;
  if (parameter.scale === 'linear') return Math.floor((max - min) / step + 1e-9);
  return Math.ceil(Math.log10(max / min) / step - 1e-9) + zeroPositions(parameter);
}

/** The slider position nearest to a value. */
export function sliderPosition(parameter: NumberParameter | IntegerParameter, value: number): number {
  const allowed = nearestAllowed(parameter, value);
  if (parameter.kind === 'integer') return allowed - parameter.min;
  const { min, step } = parameter;
  if (parameter.scale === 'linear') return Math.round((allowed - min) / step);
  if (allowed === 0) return 0;
  const position = Math.round(Math.log10(allowed / min) / step) + zeroPositions(parameter);
  return Math.min(sliderSteps(parameter), position);
}

/** The value at a slider position; on a log scale rounded to two significant digits, which readers can say. */
export function valueAtPosition(parameter: NumberParameter | IntegerParameter, position: number): number {
  if (parameter.kind === 'integer') return nearestAllowed(parameter, parameter.min + position);
  const { min, step } = parameter;
  if (parameter.scale === 'linear') return nearestAllowed(parameter, min + position * step);
  const decades = position - zeroPositions(parameter);
  if (decades < 0) return 0;
  return withoutNoise(nearestAllowed(parameter, Number((min * 10 ** (decades * step)).toPrecision(2))));
}

const zeroPositions = (parameter: NumberParameter): number => (parameter.zero ? 1 : 0);
