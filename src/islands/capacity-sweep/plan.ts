import { digitsRunParameters } from '../kit/rerun/digits-run.ts';
import {
  capacityCondition,
  capacityMethods,
  capacitySweep,
  type CapacityMethod,
} from '../../studies/capacity-sweep.ts';
import { digitsMeasures, type DigitsMeasure } from '../../studies/digits-study.ts';
import { digitsLength } from '../kit/rerun/digits-length.ts';
import type { ConditionLook, RerunPlan } from '../kit/rerun/rerun-plan.ts';
import { fetchDigitTable } from '../../data/fetch-digit-table.ts';

/** `weak-mixup-16` is weak mixup on 16 units. */
function methodAndWidth(condition: string): { readonly method: CapacityMethod; readonly width: number } {
  const at = condition.lastIndexOf('-');
  return { method: condition.slice(0, at) as CapacityMethod, width: Number(condition.slice(at + 1)) };
}

function look(condition: string): ConditionLook {
  const { method, width } = methodAndWidth(condition);
  return {
    label: method === 'erm' ? 'ERM' : `mixup, α = ${capacityMethods[method].alpha}`,
    method: method === 'erm' ? 'erm' : 'mixup',
    group: `${width} units in each hidden layer`,
  };
}

/** The condition that mixup is compared with: ERM on a network of the same width. */
function baselineOf(condition: string): string | undefined {
  const { method, width } = methodAndWidth(condition);
  return method === 'erm' ? undefined : capacityCondition('erm', width);
}

/** The sweep over network widths as a figure. */
export const capacitySweepPlan: RerunPlan<typeof digitsRunParameters, DigitsMeasure> = {
  parameters: digitsRunParameters,
  presets: [
    { name: '1,000 digits', set: { rows: '1000', steps: '1500' } },
    { name: 'Few digits', set: { rows: '200', steps: '1500' } },
    { name: 'A short training', set: { rows: '1000', steps: '300' } },
  ],
  measures: digitsMeasures,
  study: async (settings) => capacitySweep(await fetchDigitTable(), digitsLength(settings)),
  look,
  columns: [
    { measure: 'testError', title: 'test error, %', scale: 100, decimals: 2 },
    {
      measure: 'testError',
      title: 'change from ERM, %',
      scale: 100,
      decimals: 0,
      domain: [-50, 50],
      against: baselineOf,
      relative: true,
    },
    { measure: 'trainingError', title: 'training error, %', scale: 100, decimals: 2 },
  ],
  title: 'Errors on digits for networks of six widths with ERM and with mixup, means over seeds',
};
