import type { Page } from '@playwright/test';
import { devTools, expect } from './site-test.ts';

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Drags a finger from the first of some places to the last. */
type Drag = (...places: readonly [Place, ...Place[]]) => Promise<void>;

/**
 * Makes a page a phone's, as narrow and pressed by fingers, for as long as something is done. No finger must scroll it, unless it
 * may.
 */
export async function onPhone(
  page: Page,
  act: (drag: Drag) => Promise<void>,
  { mayScroll = false }: { readonly mayScroll?: boolean } = {},
): Promise<void> {
  const client = await devTools(page);
  await client.send('Emulation.setTouchEmulationEnabled', { enabled: true });
  await page.setViewportSize({ width: 360, height: 740 });
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Place[]) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints });
  await act(async (from, ...ways) => {
    const top = await page.evaluate(() => scrollY);
    await touch('touchStart', [from]);
    for (const place of ways) await touch('touchMove', [place]);
    await touch('touchEnd', []);
    if (!mayScroll) expect(await page.evaluate(() => scrollY)).toBe(top);
  });
  await client.send('Emulation.setTouchEmulationEnabled', { enabled: false });
}
