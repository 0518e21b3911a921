import { describe, expect, it } from 'vitest';
import { chooseGraphics, scoreOf, type Renderers } from '../../../../scripts/bench/choose-graphics.ts';
import { argumentsFor, type Graphics } from '../../../../scripts/chromium.mjs';

const card: Renderers = { webgl: 'ANGLE (NVIDIA, Vulkan 1.4)', webgpu: { name: 'nvidia, hopper', software: false } };
const half: Renderers = { webgl: 'ANGLE (Google, SwiftShader Device)', webgpu: card.webgpu };
const nothing: Renderers = { webgl: undefined, webgpu: undefined };

describe('the way to a graphics card', () => {
  it('is the first that gives it to WebGPU and WebGL both, and no other is tried then', async () => {
    const tried: Graphics[] = [];
    const found: Partial<Record<Graphics, Renderers>> = { vulkan: half, egl: card, system: card };
    const way = await chooseGraphics(
      () => undefined,
      ['vulkan', 'egl', 'system'],
      (one) => {
        tried.push(one);
        return Promise.resolve(found[one] ?? nothing);
      },
    );
    expect(way).toBe('egl');
    expect(tried).toEqual(['vulkan', 'egl']);
  });

  it('is the one that gives most where none gives all, and a browser that does not start is told and passed over', async () => {
    const told: string[] = [];
    const way = await chooseGraphics(
      (line) => told.push(line),
      ['vulkan', 'egl', 'system'],
      (one) =>
        one === 'vulkan'
          ? Promise.reject(new Error('no such library'))
          : Promise.resolve(one === 'egl' ? nothing : half),
    );
    expect(way).toBe('system');
    expect(told[0]).toBe('vulkan: no such library');
  });

  it('is missing where everything is rendered in software', async () => {
    const software: Renderers = { webgl: 'llvmpipe', webgpu: { name: 'SwiftShader', software: true } };
    expect(scoreOf(software)).toBe(0);
    await expect(
      chooseGraphics(
        () => undefined,
        ['system'],
        () => Promise.resolve(software),
      ),
    ).rejects.toThrow(/no graphics card/);
  });

  it('has switches by its name, and other names are refused with those that there are', () => {
    expect(argumentsFor('vulkan')).toContain('--use-angle=vulkan');
    expect(argumentsFor('software')).toContain('--use-angle=swiftshader');
    expect(() => argumentsFor('metal')).toThrow('GRAPHICS is "metal"; it may be software, vulkan, egl, system.');
  });
});
