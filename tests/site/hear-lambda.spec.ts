import type { Page } from '@playwright/test';
import { awake, expect, more, reaches, test } from './site-test.ts';

const article = '/articles/speech/';
const name = 'hear-lambda';

/** What a page has played, and what its microphone gives. */
interface Heard {
  contexts: number;
  /** The samples of each sound that began. */
  readonly starts: Float32Array[];
  /** After how many seconds of audio each ended that was stopped. */
  readonly ends: number[];
  microphone: 'refused' | 'silent' | 'tone';
}
declare global {
  interface Window {
    heard: Heard;
  }
}

/** Listens to the page's own audio, and stands in for the microphone. */
async function listen(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const heard: Heard = { contexts: 0, starts: [], ends: [], microphone: 'refused' };
    window.heard = heard;
    const Real = AudioContext;
    window.AudioContext = class extends Real {
      constructor() {
        super();
        heard.contexts += 1;
      }
    };
    const { start, stop } = AudioBufferSourceNode.prototype;
    AudioBufferSourceNode.prototype.start = function (...times) {
      if (this.buffer) heard.starts.push(this.buffer.getChannelData(0).slice());
      start.apply(this, times);
    };
    AudioBufferSourceNode.prototype.stop = function (when = 0) {
      heard.ends.push(when - this.context.currentTime);
      stop.call(this, when);
    };
    navigator.mediaDevices.getUserMedia = () => {
      if (heard.microphone === 'refused') return Promise.reject(new DOMException('', 'NotAllowedError'));
      const context = new Real();
      void context.resume();
      const target = context.createMediaStreamDestination();
      const gain = new GainNode(context, { gain: heard.microphone === 'tone' ? 0.3 : 0 });
      const source = new OscillatorNode(context, { frequency: 500 });
      source.connect(gain).connect(target);
      source.start();
      return Promise.resolve(target.stream);
    };
  });
}

test('two words are seen as they mix, heard after a press and not before, and silent at once', async ({ page }) => {
  await listen(page);
  await page.goto(article);
  const demo = page.locator(`[data-demo="${name}"]`);
  const button = (text: string | RegExp) => demo.getByRole('button', { name: text });
  const played = (): Promise<number> => page.evaluate(() => window.heard.starts.length);

  await test.step('a file that was cut short is told of, and what was drawn stays', async () => {
    await awake(page, name);
    await page.route('**/spoken-digits.bin', (route) => route.fulfill({ body: Buffer.alloc(100) }));
    await demo.getByRole('slider').fill('0.3');
    await reaches(demo, 'failed');
    await expect(demo.locator('.notices')).toContainText(/Only 100 of \d+ bytes of spoken-digits.bin arrived/);
    await expect(demo.locator('.soft-label')).toContainText('50 %');
    await page.unroute('**/spoken-digits.bin');
  });

  await test.step('the slider mixes what is drawn, and nothing sounds', async () => {
    await demo.getByRole('slider').fill('0.5');
    await reaches(demo, 'done');
    await demo.getByRole('slider').fill('0.25');
    await expect(demo.locator('.soft-label')).toContainText('75 %');
    const inks = await demo.locator('canvas').evaluateAll((canvases) =>
      (canvases as HTMLCanvasElement[]).map((canvas) => {
        const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) as ImageData;
        return data.filter((_, k) => k % 4 === 3).reduce((sum, alpha) => sum + alpha, 0) / (data.length / 4);
      }),
    );
    expect(inks).toHaveLength(4);
    expect(Math.min(...inks)).toBeGreaterThan(10);
    expect(await page.evaluate(() => window.heard)).toMatchObject({ contexts: 0, starts: [] });
  });

  await test.step('on paper its colors are those of a light page, and on a dark screen dark again after it', async () => {
    const drawn = (): Promise<string> =>
      demo
        .locator('canvas')
        .first()
        .evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
    const light = await drawn();
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(drawn).not.toBe(light);
    const dark = await drawn();
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    expect(await drawn()).toBe(light);
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    expect(await drawn()).toBe(dark);
    await page.emulateMedia({ colorScheme: 'light' });
  });

  await test.step('each word and their mixture are played by their samples; at λ = 0.5 it is the mean of both', async () => {
    await demo.getByRole('slider').fill('0.5');
    await expect(demo.locator('.soft-label')).toContainText('50 %');
    await button('“nine”').click();
    await expect.poll(played).toBe(1);
    await reaches(demo, 'running');
    await button('“six”').click();
    await expect.poll(played).toBe(2);
    await expect(demo.locator('.told')).toHaveText('“six” alone.');
    await button(/^Waves mixed/).click();
    await expect.poll(played).toBe(3);
    await expect(demo.locator('.told')).toContainText('Two voices at once');
    const { apart, loudest } = await page.evaluate(() => {
      const [first, second, mixed] = window.heard.starts as [Float32Array, Float32Array, Float32Array];
      const apart = mixed.map((sample, n) => sample - ((first[n] as number) + (second[n] as number)) / 2);
      const most = (samples: Float32Array): number => Math.max(...samples.map(Math.abs));
      return { apart: most(apart), loudest: most(mixed) };
    });
    expect(apart).toBeLessThan(1e-6);
    expect(loudest).toBeGreaterThan(0.1);
    await button(/^Spectrograms mixed/).click();
    await expect.poll(played).toBe(4);
    await expect(page).toHaveURL(/hear-lambda\.hear=spectrograms/);
  });

  await test.step('it stops within 50 ms of audio', async () => {
    await button('Stop').click();
    await reaches(demo, 'done');
    const ends = await page.evaluate(() => window.heard.ends);
    expect(ends).toHaveLength(4);
    expect(Math.max(...ends)).toBeLessThanOrEqual(0.05);
    await expect(button('Play')).toBeVisible();
  });

  await test.step('a refused microphone and a silent recording are told of, and the words stay', async () => {
    await more(demo);
    for (const [microphone, sentence] of [
      ['refused', 'The microphone was refused'],
      ['silent', 'Nothing was heard'],
    ] as const) {
      await page.evaluate((kind) => (window.heard.microphone = kind), microphone);
      await button('Record your own on the right…').click();
      await expect(demo.locator('.notices')).toContainText(sentence);
      await expect(demo.locator('.soft-label')).toContainText('nine');
    }
  });

  await test.step('a word of the reader’s takes its place, is played, and is given back for a digit', async () => {
    await page.evaluate(() => (window.heard.microphone = 'tone'));
    await button('Record your own on the right…').click();
    await expect(demo.locator('.soft-label')).toContainText('your word');
    await expect(demo.locator('.notices')).toContainText('stays on this device');
    const before = await played();
    await button('“your word”').click();
    await expect.poll(played).toBe(before + 1);
    const loudness = await page.evaluate(() => {
      const samples = window.heard.starts.at(-1) as Float32Array;
      return Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / 8000);
    });
    expect(loudness).toBeCloseTo(0.1, 1);
    await button('Stop').click();
    await demo.getByRole('combobox', { name: 'first word' }).selectOption('two');
    await expect(demo.locator('.soft-label')).toContainText('two');
  });
});
