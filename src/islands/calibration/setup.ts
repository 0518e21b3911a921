import { fetchDigitTable } from '../../data/digits/digits.ts';
import { calibration, calibrationMeasures, type CalibrationMeasure } from '../../studies/calibration.ts';
import type { OwnShapeSetup } from '../kit/rerun/rerun-setup.ts';
import { calibrationParameters } from './parameters.ts';

/** How sure networks are on digits and how often right, to run again. */
export const calibrationSetup: OwnShapeSetup<typeof calibrationParameters, CalibrationMeasure> = {
  ownShape: true,
  parameters: calibrationParameters,
  looks: ['temperature', 'fitted'],
  measures: calibrationMeasures,
  study: async () => calibration(await fetchDigitTable()),
  results: {
    beside: 'calibration',
    title: 'Here: how sure networks are on digits, and how often right',
    files: ['calibration'],
  },
};
