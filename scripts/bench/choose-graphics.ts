import type { Page } from 'playwright';
import { messageOf } from '../../src/core/error-message.ts';
import { adapterFacts } from '../../src/engine/webgpu/adapter-facts.ts';
import { isSoftwareRenderer } from '../../src/engine/software-renderer.ts';
import { cardGraphics, type Graphics } from '../chromium.mjs';
import { serveFolder } from '../static-server.mjs';
import { launchBrowser } from './launch-browser.ts';

/** What a browser says of its renderers. */
export interface Renderers {
  /** Name of what draws WebGL; nothing where there is no WebGL 2. */
  readonly webgl: string | undefined;
  /** What its WebGPU adapter says of itself; nothing where there is none. */
  readonly webgpu: { readonly name: string; readonly software: boolean } | undefined;
}

/** How much of a machine's card a browser was given: 2 for WebGPU and 1 for WebGL. */
export function scoreOf({ webgl, webgpu }: Renderers): number {
  const drawsByCard = webgl !== undefined && !isSoftwareRenderer(webgl);
  const computesByCard = webgpu !== undefined && !webgpu.software;
  return (computesByCard ? 2 : 0) + (drawsByCard ? 1 : 0);
}

/**
 * The first way to this machine's card that gives it to WebGPU and WebGL both, or else the one that gives most.
 *
 * @param log is told what each way gave
 * @throws Error if no browser that was started gave any of it
 */
export async function chooseGraphics(
  log: (progress: string) => void,
  ways: readonly Graphics[] = cardGraphics,
  look = renderersOf,
): Promise<Graphics> {
  let best: { readonly way: Graphics; readonly score: number } | undefined;
  for (const way of ways) {
    try {
      const renderers = await look(way);
      const score = scoreOf(renderers);
      log(`${way}: WebGL by ${renderers.webgl ?? 'nothing'}, WebGPU by ${renderers.webgpu?.name ?? 'nothing'}`);
      if (score > (best?.score ?? 0)) best = { way, score };
      if (score === 3) break;
    } catch (error) {
      log(`${way}: ${messageOf(error).split('\n')[0] ?? ''}`);
    }
  }
  if (best) return best.way;
  throw new Error('Chromium reaches no graphics card on this machine; without --hardware it renders in software.');
}

/** Starts a browser and asks. */
async function renderersOf(graphics: Graphics): Promise<Renderers> {
  // A page without an address has no WebGPU.
  const { address, close } = await serveFolder('public');
  const browser = await launchBrowser(graphics);
  try {
    const page = await browser.newPage();
    await page.goto(`${address}favicon.svg`);
    return await askPage(page);
  } finally {
    await browser.close();
    await close();
  }
}

async function askPage(page: Page): Promise<Renderers> {
  const { webgl, info } = await page.evaluate(async () => {
    const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
    const named = gl?.getExtension('WEBGL_debug_renderer_info');
    const adapter = 'gpu' in navigator ? await navigator.gpu.requestAdapter() : null;
    const { description, device, vendor, architecture, isFallbackAdapter } = adapter?.info ?? {};
    return {
      webgl: gl ? String(gl.getParameter(named ? named.UNMASKED_RENDERER_WEBGL : gl.RENDERER)) : undefined,
      info: adapter ? { description, device, vendor, architecture, isFallbackAdapter } : undefined,
    };
  });
  return { webgl, webgpu: info && adapterFacts({ info: info as Partial<GPUAdapterInfo> }) };
}
