import { describe, expect, it } from 'vitest';
import { isSoftwareRenderer } from '../../../../src/engine/choice/capability.ts';
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

describe('isSoftwareRenderer', () => {
  it.each([
    'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)',
    'Mesa/X.org, llvmpipe (LLVM 15.0.6, 256 bits)',
    'ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11)',
  ])('knows %s', (renderer) => expect(isSoftwareRenderer(renderer)).toBe(true));

  it.each([
    'ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 Direct3D11 vs_5_0 ps_5_0, D3D11)',
    'ANGLE (Apple, ANGLE Metal Renderer: Apple M2, Unspecified Version)',
    'Mali-G78',
  ])('takes %s for hardware', (renderer) => expect(isSoftwareRenderer(renderer)).toBe(false));
});
