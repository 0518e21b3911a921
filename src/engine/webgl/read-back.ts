import type { RenderTarget, WebglDevice } from './webgl-device.ts';

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
        await device.fences.passed();
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
