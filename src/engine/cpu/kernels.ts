import { shift, simd } from './compiled/simd.ts';

/**
 * The inner loops, compiled from `wasm/`, where each is explained. What they read and write lies in their memory; arguments that name
 * arrays are addresses there, in bytes. Blocks of values are feature-major, `[units, rows]`, with rows a multiple of 16.
 */
export interface Kernels {
  product(
    a: number,
    stepOfInner: number,
    stepOfOuter: number,
    bias: number,
    x: number,
    y: number,
    inner: number,
    outer: number,
    rows: number,
  ): void;
  gradient(
    x: number,
    delta: number,
    weights: number,
    biases: number,
    inputs: number,
    outputs: number,
    rows: number,
  ): void;
  activate(isTanh: number, values: number, count: number): void;
  scaleBySlope(isTanh: number, values: number, factors: number, kept: number, delta: number, count: number): void;
  mixSides(values: number, lambdas: number, mixed: number, units: number, rows: number): void;
  splitSides(mixed: number, lambdas: number, delta: number, units: number, rows: number): void;
  deltaOfLogits(logits: number, targets: number, weights: number, delta: number, classes: number, rows: number): void;
  logProbabilities(logits: number, classes: number, rows: number): void;
  targets(
    labels: number,
    first: number,
    second: number,
    lambdas: number,
    smoothing: number,
    to: number,
    classes: number,
    batch: number,
    rows: number,
  ): void;
  dropUnits(
    values: number,
    factors: number,
    units: number,
    line: number,
    rows: number,
    firstIndex: number,
    stepOfIndex: number,
    key: number,
    step: number,
    threshold: number,
    kept: number,
  ): void;
  addNoise(
    values: number,
    units: number,
    line: number,
    rows: number,
    firstIndex: number,
    stepOfIndex: number,
    key: number,
    step: number,
    table: number,
    deviation: number,
  ): void;
  drawBatch(
    plan: number,
    table: number,
    batchShape: number,
    step: number,
    first: number,
    second: number,
    lambdas: number,
    places: number,
  ): void;
  gather(table: number, stride: number, columns: number, first: number, x: number, line: number, batch: number): void;
  gatherMixed(
    table: number,
    stride: number,
    columns: number,
    first: number,
    second: number,
    lambdas: number,
    x: number,
    line: number,
    batch: number,
  ): void;
  adam(
    weights: number,
    gradient: number,
    firstMoments: number,
    secondMoments: number,
    count: number,
    decay: number,
    rate: number,
    beta1: number,
    rest1: number,
    beta2: number,
    rest2: number,
    correction1: number,
    correction2: number,
    epsilon: number,
  ): void;
  sgd(
    weights: number,
    gradient: number,
    velocity: number,
    count: number,
    decay: number,
    rate: number,
    momentum: number,
  ): void;
}

/** What loops read and write. Growing it gives it another buffer. */
export interface KernelMemory {
  readonly buffer: ArrayBuffer;
  /** @param pages of 64 KiB */
  grow(pages: number): number;
}

/** Loops, and the memory they work in. */
interface LoadedKernels {
  readonly kind: KernelKind;
  readonly kernels: Kernels;
  readonly memory: KernelMemory;
}

/** Loops in WebAssembly, or in JavaScript, which give the same bits and take far longer. */
export type KernelKind = 'wasm' | 'script';

/**
 * Loads loops with a memory of their own: in WebAssembly, and where that is missing or forbidden in JavaScript.
 *
 * @param kind of loops that must be, for tests
 */
export async function loadKernels(kind?: KernelKind): Promise<LoadedKernels> {
  if (kind !== 'script') {
    try {
      const memory = new WebAssembly.Memory({ initial: 1 });
      const { instance } = await WebAssembly.instantiate(bytesOf(simd), { env: { memory } });
      return { kind: 'wasm', kernels: instance.exports as unknown as Kernels, memory };
    } catch (error) {
      if (kind === 'wasm') throw error;
    }
  }
  const { createScriptKernels } = await import('./compiled/script.js');
  // Creating the loops gives the memory its method to grow.
  const memory = { buffer: new ArrayBuffer(2 ** 16) };
  return {
    kind: 'script',
    kernels: createScriptKernels(memory) as unknown as Kernels,
    memory: memory as unknown as KernelMemory,
  };
}

/** A module that is kept as text. @param text a character for each byte; see `scripts/compile-kernels.mjs` */
function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (character) => character.charCodeAt(0) - shift);
}
