/** Work that should take some time is asked for the first time after this share of it: answers take a while, too. */
const firstLook = 0.95;

/** Then it is asked again after an eighth of the time waited so far, within these bounds in milliseconds. */
const pollBounds = [1, 12] as const;

/** A timer set by a timer is held back for so many milliseconds. */
const timerMs = 4;

/** What a device must have for its work to be waited for. */
interface Fenced {
  readonly gl: WebGL2RenderingContext;
  /** @throws the reason why the device is gone, if it is */
  expectAlive(): void;
}

/** Work that is waited for. */
interface Waiting {
  readonly sync: WebGLSync | null;
  readonly expectedMs: number;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

/**
 * Waits for what a device was given to do. It does that in order, so only the oldest piece that is waited for is asked whether
 * it is done: WebGL tells nobody by itself, and every time of asking takes the page's thread.
 */
export class Fences {
  readonly #device: Fenced;
  readonly #waiting: Waiting[] = [];

  constructor(device: Fenced) {
    this.#device = device;
  }

  /**
   * Waits, without blocking the page, until the device has done everything queued so far.
   *
   * @param expectedMs how long that should take once what was waited for before is done; 0 where nobody knows
   * @throws EngineLostError if the context is lost meanwhile
   */
  async passed(expectedMs = 0): Promise<void> {
    const { gl } = this.#device;
    this.#device.expectAlive();
    const sync = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    gl.flush();
    try {
      await new Promise<void>((resolve, reject) => {
        this.#waiting.push({ sync, expectedMs, resolve, reject });
        if (this.#waiting.length === 1) void this.#ask();
      });
    } finally {
      gl.deleteSync(sync);
    }
  }

  async #ask(): Promise<void> {
    let since = performance.now();
    let isFirst = true;
    for (;;) {
      const [oldest] = this.#waiting;
      if (!oldest) return;
      const waited = performance.now() - since;
      const [least, most] = pollBounds;
      const interval = Math.min(most, Math.max(least, waited / 8));
      await this.#pause(isFirst ? Math.max(interval, firstLook * oldest.expectedMs) : interval);
      isFirst = false;
      try {
        this.#device.expectAlive();
        while (this.#waiting[0] && this.#isPassed(this.#waiting[0].sync)) {
          this.#waiting.shift()?.resolve();
          since = performance.now();
          isFirst = true;
        }
      } catch (reason) {
        for (const { reject } of this.#waiting.splice(0)) reject(reason);
      }
    }
  }

  #isPassed(sync: WebGLSync | null): boolean {
    const { gl } = this.#device;
    const status = gl.clientWaitSync(sync as WebGLSync, 0, 0);
    return status === gl.ALREADY_SIGNALED || status === gl.CONDITION_SATISFIED;
  }

  /** Where nobody sees the page, timers take a second, and no frame is late if its thread waits for the device itself. */
  async #pause(milliseconds: number): Promise<void> {
    if (!document.hidden) return pause(milliseconds);
    this.#device.gl.finish();
    await turn();
  }
}

const { port1, port2 } = new MessageChannel();
const turns: (() => void)[] = [];
port1.onmessage = () => turns.shift()?.();

/** Lets the page do what else it has to do. */
function turn(): Promise<void> {
  return new Promise((resolve) => {
    turns.push(resolve);
    port2.postMessage(0);
  });
}

/** Lets the page run for some milliseconds. A timer that is set by a message is not held back. */
export async function pause(milliseconds: number): Promise<void> {
  if (milliseconds < timerMs) await turn();
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}
