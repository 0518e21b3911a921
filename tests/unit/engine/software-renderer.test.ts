import { describe, expect, it } from 'vitest';
import { isSoftwareRenderer } from '../../../src/engine/software-renderer.ts';

describe('isSoftwareRenderer', () => {
  it.each([
    'ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)',
    'Mesa/X.org, llvmpipe (LLVM 15.0.6, 256 bits)',
    'ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11)',
    'ANGLE (Microsoft, WARP, D3D11)',
    'llvmpipe (LLVM 19.1.7, 256 bits), mesa',
    'lavapipe',
    'softpipe',
    'Mesa OffScreen',
    'Apple Software Renderer',
  ])('knows %s', (renderer) => expect(isSoftwareRenderer(renderer)).toBe(true));

  it.each([
    'ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 Direct3D11 vs_5_0 ps_5_0, D3D11)',
    'ANGLE (Apple, ANGLE Metal Renderer: Apple M2, Unspecified Version)',
    'Mali-G78',
    'nvidia, hopper',
    'ANGLE (Intel, Mesa Intel(R) UHD Graphics 620 (KBL GT2), OpenGL 4.6)',
    'Warped Reality GPU',
  ])('takes %s for hardware', (renderer) => expect(isSoftwareRenderer(renderer)).toBe(false));
});
