import { createWebgpuEngine } from '../../../src/engine/webgpu/webgpu-engine.ts';
import { describeEngine } from './describe-engine.ts';

describeEngine('webgpu', () => createWebgpuEngine());
