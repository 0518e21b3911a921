import { createWebglEngine } from '../../../src/engine/webgl/webgl-engine.ts';
import { describeEngine } from './describe-engine.ts';

describeEngine('webgl', () => createWebglEngine());
