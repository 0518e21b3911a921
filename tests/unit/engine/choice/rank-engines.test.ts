import { describe, expect, it } from 'vitest';
import { rankEngines } from '../../../../src/engine/choice/choose-engine.ts';

describe('rankEngines', () => {
  it('prefers hardware WebGPU, then hardware WebGL, then the CPU', () => {
    expect(rankEngines({ webgpu: 'hardware', webgl: 'hardware', cpu: 'hardware' })).toEqual(['webgpu', 'webgl', 'cpu']);
  });

  it('ranks software renderers below the CPU engine', () => {
    expect(rankEngines({ webgpu: 'software', webgl: 'software', cpu: 'hardware' })).toEqual(['cpu', 'webgpu', 'webgl']);
    expect(rankEngines({ webgpu: 'software', webgl: 'hardware', cpu: 'hardware' })).toEqual(['webgl', 'cpu', 'webgpu']);
  });

  it('leaves out what the device does not have', () => {
    expect(rankEngines({ webgpu: 'none', webgl: 'none', cpu: 'hardware' })).toEqual(['cpu']);
  });
});
