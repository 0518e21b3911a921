import { expect, type Locator, type Page } from '@playwright/test';

/* What readers do beside reading: they copy, have the page translated, and press arrow keys. */

/** What is pasted into an empty field. */
export async function pasted(page: Page): Promise<string> {
  await page.evaluate(() => {
    const field = document.createElement('textarea');
    field.id = 'paste';
    document.body.append(field);
    field.focus();
  });
  await page.keyboard.press('Control+V');
  const field = page.locator('#paste');
  const text = await field.inputValue();
  await field.evaluate((element) => element.remove());
  return text;
}

/**
 * Uses a figure that is awake, its button, its sliders and what begins anew. Returns the texts that were changed where they stand
 * meanwhile: a browser that translates the page would freeze them, unless it is told to leave them alone.
 */
export async function changedInPlace(page: Page, name: string): Promise<string[]> {
  const demo = page.locator(`[data-demo="${name}"]`);
  await demo.evaluate((root) => {
    const found = new Set<string>();
    new MutationObserver((records) => {
      for (const { target } of records) {
        const parent = target.parentElement;
        if (!parent?.isConnected || parent.closest('[translate="no"], option')) continue;
        found.add(`${parent.tagName.toLowerCase()}.${parent.className}: ${target.textContent ?? ''}`);
      }
    }).observe(root, { characterData: true, subtree: true });
    Object.assign(window, { found });
  });
  const primary = demo.locator('button.primary').first();
  if ((await primary.count()) > 0) await primary.click();
  for (const slider of await demo.getByRole('slider').all()) {
    await slider.focus();
    for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft']) await page.keyboard.press(key);
  }
  const other = demo.getByRole('button', { name: /^(another|Another|New|Stop|Reset)/ }).first();
  if ((await other.count()) > 0) await other.click({ force: true });
  await page.waitForTimeout(500);
  return page.evaluate(() => [...(window as unknown as { found: Set<string> }).found]);
}

/** Presses the right arrow on a figure's slider of λ, which is untouched: what stands at its right end gains by it. */
export async function expectRisingToTheRight(page: Page, demo: Locator, name: string, right: string): Promise<void> {
  const slider = demo.getByRole('slider');
  await slider.focus();
  await expect(slider).toHaveAttribute('aria-valuetext', 'λ = 0.60');
  await page.keyboard.press('ArrowRight');
  await expect(slider).toHaveAttribute('aria-valuetext', 'λ = 0.61');
  await expect(page).toHaveURL(new RegExp(`${name}\\.lambda=0\\.61`));
  const [handle, heavier] = [await slider.boundingBox(), await demo.locator(right).boundingBox()];
  if (!handle || !heavier) throw new Error('expected a slider and what it moves towards');
  expect(heavier.x + heavier.width / 2).toBeGreaterThan(handle.x + handle.width / 2);
}
