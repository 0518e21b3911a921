import { createCpuEngine } from '../../../src/engine/cpu/cpu-engine.ts';
import { describeEngine } from './describe-engine.ts';
import { float64Tolerances } from './tolerances.ts';

describeEngine('cpu', () => createCpuEngine({ workers: 2 }), float64Tolerances);
