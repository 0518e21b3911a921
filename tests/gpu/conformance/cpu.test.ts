import { createCpuEngine } from '../../../src/engine/cpu/cpu-engine.ts';
import { describeEngine } from './describe-engine.ts';

describeEngine('cpu', () => createCpuEngine({ workers: 2 }));
