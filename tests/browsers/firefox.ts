import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startProgram } from './program.ts';
import { viewHeight, type Wire } from './wire.ts';

/** What a fresh profile would otherwise do on its first start: open pages of its own, and ask other hosts. */
const preferences = {
  'browser.aboutwelcome.enabled': false,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'extensions.update.enabled': false,
  'app.normandy.enabled': false,
};

/** An answer of the browser; what else it says is an event. */
interface Answer {
  readonly id?: number;
  readonly type: 'success' | 'error' | 'event';
  readonly result?: unknown;
  readonly error?: string;
  readonly message?: string;
}

/**
 * Firefox without a window, driven over WebDriver BiDi, which it speaks itself.
 *
 * Source: https://www.w3.org/TR/webdriver-bidi/
 *
 * @param file the program
 */
export async function startFirefox(file: string): Promise<Wire> {
  const profile = mkdtempSync(path.join(tmpdir(), 'firefox-'));
  const lines = Object.entries(preferences).map(([name, value]) => `user_pref("${name}", ${value});`);
  writeFileSync(path.join(profile, 'user.js'), lines.join('\n'));
  const program = startProgram(file, ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0']);
  const address = await program.says(/WebDriver BiDi listening on (ws:\S+)/);
  const { send, close } = await connect(`${address}/session`);
  await send('session.new', { capabilities: {} });
  const { contexts } = (await send('browsingContext.getTree', {})) as { contexts: [{ context: string }] };
  const { context } = contexts[0];

  const resize = async (width: number): Promise<void> => {
    await send('browsingContext.setViewport', { context, viewport: { width, height: viewHeight } });
  };
  return {
    resize,
    open: async (address, width) => {
      await resize(width);
      await send('browsingContext.navigate', { context, url: address, wait: 'complete' });
    },
    evaluate: async (expression) => {
      const answer = (await send('script.evaluate', { expression, target: { context }, awaitPromise: true })) as
        { type: 'success'; result: { value: string } } | { type: 'exception'; exceptionDetails: { text: string } };
      if (answer.type === 'exception') throw new Error(answer.exceptionDetails.text);
      return answer.result.value;
    },
    act: async (actions) => {
      await send('input.performActions', { context, actions });
    },
    close: async () => {
      await send('browser.close', {});
      close();
      program.end();
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Opens the browser's socket. Commands may be under way side by side; each gets its own answer. */
async function connect(
  address: string,
): Promise<{ send: (method: string, params: object) => Promise<unknown>; close: () => void }> {
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', () => reject(new Error(`${address} does not answer.`)));
  });
  const waiting = new Map<number, (answer: Answer) => void>();
  socket.addEventListener('message', ({ data }) => {
    const answer = JSON.parse(String(data)) as Answer;
    if (answer.id === undefined) return;
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  let last = 0;
  const send = (method: string, params: object): Promise<unknown> =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, ({ type, result, error, message }) => {
        if (type === 'success') resolve(result);
        else reject(new Error(`${method}: ${error ?? ''}: ${message ?? ''}`));
      });
      socket.send(JSON.stringify({ id: last, method, params }));
    });
  return { send, close: () => socket.close() };
}
