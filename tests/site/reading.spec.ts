import { expect, openSettings, recordShifts, shiftsOf, test } from './site-test.ts';

test('a reader who comes back is offered to go on, sees what was read, turns pages by keys, has it all forgotten, and is led on when lost', async ({
  page,
}) => {
  const path = '/articles/gans/';
  const offer = page.locator('.reading-offer');
  const kept = () => page.evaluate(() => localStorage.getItem('mixup.reading') ?? '');
  await recordShifts(page);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(path);
  const link = page.locator('nav.contents a').nth(2);
  const heading = (await link.textContent()) ?? '';

  await test.step('who was never here is offered nothing; a section is read where the reader stays', async () => {
    await expect(offer).toHaveCount(0);
    await link.click();
    await expect.poll(kept, { timeout: 20_000 }).toContain('"at"');
    await expect(link).toHaveAttribute('data-read');
  });

  await test.step('who follows a citation to the works at the end has not read to the end', async () => {
    const before = await kept();
    await page.locator('.prose a[href^="#ref-"]').first().click();
    await expect(page.locator('.article-end :target')).toBeInViewport();
    await page.goBack();
    await expect(page.locator('.article-end')).not.toBeInViewport();
    expect(await kept()).toBe(before);
  });

  await test.step('on coming back the page stays at its beginning, and offers to go on', async () => {
    await page.goto('/');
    await expect(page.locator(`[data-progress="${path}"]`)).toHaveText(/^\s· 1 of \d+ sections read$/);
    await page.goto(path);
    await expect(offer).toContainText(`You were at: ${heading}`);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await expect(link).toHaveAttribute('data-read');
    await offer.getByRole('link').click();
    await expect(page).toHaveURL(/#[\w-]+$/);
    await expect(page.locator('.prose h2').filter({ hasText: heading })).toBeInViewport();
    await expect(offer).toHaveCount(0);
    expect(await shiftsOf(page)).toEqual([]);
  });

  await test.step('keys turn to the next article and back, but not while a control has the focus', async () => {
    await page.goto(path);
    await page.waitForFunction(() => customElements.get('reading-place') !== undefined);
    await page.locator('site-settings summary').focus();
    await page.keyboard.press('n');
    await page.locator('site-settings summary').blur();
    await expect(page).toHaveURL(new RegExp(`${path}$`));
    const next = (await page.locator('.previous-next [rel="next"]').getAttribute('href')) ?? '';
    await page.keyboard.press('n');
    await expect(page).toHaveURL(new RegExp(`${next}$`));
    // The address is that of the next page before its scripts have come.
    await page.waitForFunction(() => customElements.get('reading-place') !== undefined);
    await page.keyboard.press('p');
    await expect(page).toHaveURL(new RegExp(`${path}$`));
    await page.waitForLoadState();
  });

  await test.step('everything is forgotten at once', async () => {
    await openSettings(page);
    await page.getByRole('radio', { name: 'Dark' }).check({ force: true });
    await page.getByRole('checkbox', { name: 'Calm' }).check();
    await page.getByRole('button', { name: 'Forget everything' }).click();
    await expect(page.locator('site-settings [role="status"]')).toHaveText('Forgotten.');
    await expect(page.locator('html')).not.toHaveAttribute('data-scheme');
    await expect(page.getByRole('checkbox', { name: 'Calm' })).not.toBeChecked();
    await expect(link).not.toHaveAttribute('data-read');
    expect(await page.evaluate(() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)])).toEqual([]);
  });

  await test.step('an address with a slip in it leads to what was meant', async () => {
    // As a host answers it, but for the status, which browsers write into their consoles.
    await page.route('**/articles/gan/', (route) => route.fulfill({ path: 'dist/404.html' }));
    await page.goto('/articles/gan/');
    await expect(page.locator('near-pages a').first()).toHaveAttribute('href', path);
    expect(await shiftsOf(page)).toEqual([]);
  });
});
