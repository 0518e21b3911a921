import type { RenderTarget, WebglDevice } from './webgl-device.ts';

/** A fence is asked again after an eighth of the time waited so far, within these bounds in milliseconds. */
const pollBounds = [1, 8] as const;

/**
 * Waits, without blocking the page, until the GPU has done everything queued so far.
 *
 * @throws EngineLostError if the context is lost meanwhile
 */
export async function waitForGpu(device: WebglDevice): Promise<void> {
  const { gl } = device;
  device.expectAlive();
  const sync = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
  try {
    gl.flush();
    const start = performance.now();
    for (;;) {
      await pause(Math.min(pollBounds[1], Math.max(pollBounds[0], (performance.now() - start) / 8)));
      device.expectAlive();
      const status = gl.clientWaitSync(sync as WebGLSync, 0, 0);
      if (status === gl.ALREADY_SIGNALED || status === gl.CONDITION_SATISFIED) break;
    }
  } finally {
    gl.deleteSync(sync);
  }
}

const { port1, port2 } = new MessageChannel();
const waiting: (() => void)[] = [];
port1.onmessage = () => waiting.shift()?.();

/** Lets the page run for some milliseconds. A timer set by a timer is held back for 4 ms; one set by a message is not. */
export function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(() => setTimeout(resolve, milliseconds));
    port2.postMessage(0);
  });
}

/** Collects what several draws left in render targets, and reads it all after one wait. */
interface ReadBack {
  /** Queues a copy of columns of a target's textures: `[texture, height, width, 4]` numbers, behind the earlier copies. */
  copy(target: RenderTarget, x: number, width: number, height: number): void;
  /** Waits for the GPU and returns all copies, one after the other. */
  read(): Promise<Float32Array>;
  /** Frees the copies that were not read. */
  dispose(): void;
}

/** Starts a read-back. */
export function startReadBack(device: WebglDevice): ReadBack {
  const { gl } = device;
  // A buffer for each copy: one that is written again after a fence loses the browser's fast path to it.
  const copies: { readonly buffer: WebGLBuffer; readonly count: number }[] = [];
  const dispose = (): void => copies.splice(0).forEach(({ buffer }) => gl.deleteBuffer(buffer));
  return {
    copy(target, x, width, height) {
      const count = target.textures.length * width * height * 4;
      const buffer = gl.createBuffer();
      copies.push({ buffer, count });
      gl.bindFramebuffer(gl.FRAMEBUFFER, target.framebuffer);
      gl.bindBuffer(gl.PIXEL_PACK_BUFFER, buffer);
      gl.bufferData(gl.PIXEL_PACK_BUFFER, count * 4, gl.STREAM_READ);
      target.textures.forEach((_, k) => {
        gl.readBuffer(gl.COLOR_ATTACHMENT0 + k);
        gl.readPixels(x, 0, width, height, gl.RGBA, gl.FLOAT, k * width * height * 16);
      });
      gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
    },
    async read() {
      try {
        await waitForGpu(device);
        const numbers = new Float32Array(copies.reduce((sum, { count }) => sum + count, 0));
        let next = 0;
        for (const { buffer, count } of copies) {
          gl.bindBuffer(gl.PIXEL_PACK_BUFFER, buffer);
          gl.getBufferSubData(gl.PIXEL_PACK_BUFFER, 0, numbers, next, count);
          next += count;
        }
        gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null);
        device.expectAlive();
        return numbers;
      } finally {
        dispose();
      }
    },
    dispose,
  };
}
