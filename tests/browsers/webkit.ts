import { freePort, startProgram } from './program.ts';
import { framePath } from './serve-recording.ts';
import type { Wire } from './wire.ts';

/**
 * WebKitGTK, of the engine family of Safari, on a screen that nobody sees, driven over WebDriver.
 *
 * Its window is never narrower than 447 px, so that each page is opened in a frame of the width asked for.
 *
 * Source: https://www.w3.org/TR/webdriver2/
 *
 * @param programs the browser, its driver and the screen
 */
export async function startWebkit(programs: { browser: string; driver: string; screen: string }): Promise<Wire> {
  const screen = startProgram(programs.screen, ['-displayfd', '1', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp']);
  const display = await screen.says(/^(\d+)$/m);
  const port = await freePort();
  const driver = startProgram(programs.driver, [`--port=${port}`], {
    DISPLAY: `:${display}`,
    GDK_BACKEND: 'x11',
    // Its sandbox asks for rights that a container doesn't give; the only pages opened are our own.
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    // Layers are put together by hand: a software GPU that does so takes as long as all else that pages ask for.
    WEBKIT_DISABLE_COMPOSITING_MODE: '1',
  });
  const host = `http://127.0.0.1:${port}`;
  await answering(`${host}/status`);

  const send = async (method: 'POST' | 'DELETE', path: string, body: object = {}): Promise<unknown> => {
    const response = await fetch(`${host}${path}`, {
      method,
      ...(method === 'POST' && { body: JSON.stringify(body) }),
    });
    const { value } = (await response.json()) as { value: unknown };
    if (response.ok) return value;
    const { error, message } = value as { error: string; message: string };
    throw new Error(`${method} ${path}: ${error}: ${message}`);
  };
  const options = { binary: programs.browser, args: ['--automation'] };
  const { sessionId } = (await send('POST', '/session', {
    capabilities: { alwaysMatch: { browserName: 'MiniBrowser', 'webkitgtk:browserOptions': options } },
  })) as { sessionId: string };
  const session = `/session/${sessionId}`;
  const run = (script: string): Promise<unknown> => send('POST', `${session}/execute/sync`, { script, args: [] });
  const intoFrame = (): Promise<unknown> => send('POST', `${session}/frame`, { id: 0 });
  await send('POST', `${session}/window/rect`, { x: 0, y: 0, width: 1600, height: 1000 });

  return {
    open: async (address, width) => {
      const { origin, pathname, search, hash } = new URL(address);
      const query = new URLSearchParams({ page: `${pathname}${search}${hash}`, width: String(width) });
      await send('POST', `${session}/url`, { url: `${origin}${framePath}?${query.toString()}` });
      await intoFrame();
    },
    resize: async (width) => {
      await send('POST', `${session}/frame`, { id: null });
      await run(`document.querySelector('iframe').width = ${width}`);
      await intoFrame();
    },
    evaluate: async (expression) => (await run(`return ${expression}`)) as string,
    act: async (actions) => {
      await send('POST', `${session}/actions`, { actions });
    },
    close: async () => {
      await send('DELETE', session);
      driver.end();
      screen.end();
    },
  };
}

/** Waits until a program that was just started answers. */
async function answering(address: string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await fetch(address);
      return;
    } catch (error) {
      if (tries === 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
