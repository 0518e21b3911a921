import type { PaddedLayer } from './padded-layout.ts';

/*
 * The three products of a dense layer. They take nearly all the time of a training step, so each keeps eight running sums
 * in registers: four rows by two units, which loads six numbers for eight multiply-adds. `rows` is a multiple of four and
 * widths are even (see padded-layout.ts). The order in which a sum is taken depends on nothing but the layer's shape.
 */

/**
 * `y = x W + b`.
 *
 * @param x `[rows, inputs]`
 * @param y receives `[rows, outputs]`
 */
export function denseForward(
  x: Float64Array,
  rows: number,
  layer: PaddedLayer,
  parameters: Float64Array,
  y: Float64Array,
): void {
  const { inputs, outputs, weights, biases } = layer;
  for (let r = 0; r < rows; r += 4) {
    const x0 = r * inputs;
    const x1 = x0 + inputs;
    const x2 = x1 + inputs;
    const x3 = x2 + inputs;
    const y0 = r * outputs;
    const y1 = y0 + outputs;
    const y2 = y1 + outputs;
    const y3 = y2 + outputs;
    for (let o = 0; o < outputs; o += 2) {
      let a0 = parameters[biases + o] as number;
      let b0 = parameters[biases + o + 1] as number;
      let a1 = a0;
      let a2 = a0;
      let a3 = a0;
      let b1 = b0;
      let b2 = b0;
      let b3 = b0;
      for (let i = 0, k = weights + o; i < inputs; i += 1, k += outputs) {
        const v = parameters[k] as number;
        const w = parameters[k + 1] as number;
        const p0 = x[x0 + i] as number;
        const p1 = x[x1 + i] as number;
        const p2 = x[x2 + i] as number;
        const p3 = x[x3 + i] as number;
        a0 += p0 * v;
        b0 += p0 * w;
        a1 += p1 * v;
        b1 += p1 * w;
        a2 += p2 * v;
        b2 += p2 * w;
        a3 += p3 * v;
        b3 += p3 * w;
      }
      y[y0 + o] = a0;
      y[y0 + o + 1] = b0;
      y[y1 + o] = a1;
      y[y1 + o + 1] = b1;
      y[y2 + o] = a2;
      y[y2 + o + 1] = b2;
      y[y3 + o] = a3;
      y[y3 + o + 1] = b3;
    }
  }
}

/**
 * The gradient for a layer's inputs: `dx = delta W^T`.
 *
 * @param delta gradient for the layer's outputs before activation, `[rows, outputs]`
 * @param dx receives `[rows, inputs]`
 */
export function denseBackward(
  delta: Float64Array,
  rows: number,
  layer: PaddedLayer,
  parameters: Float64Array,
  dx: Float64Array,
): void {
  const { inputs, outputs, weights } = layer;
  for (let r = 0; r < rows; r += 4) {
    const d0 = r * outputs;
    const d1 = d0 + outputs;
    const d2 = d1 + outputs;
    const d3 = d2 + outputs;
    const x0 = r * inputs;
    const x1 = x0 + inputs;
    const x2 = x1 + inputs;
    const x3 = x2 + inputs;
    for (let i = 0; i < inputs; i += 2) {
      const v0 = weights + i * outputs;
      const w0 = v0 + outputs;
      let a0 = 0;
      let a1 = 0;
      let a2 = 0;
      let a3 = 0;
      let b0 = 0;
      let b1 = 0;
      let b2 = 0;
      let b3 = 0;
      for (let o = 0; o < outputs; o += 1) {
        const v = parameters[v0 + o] as number;
        const w = parameters[w0 + o] as number;
        const p0 = delta[d0 + o] as number;
        const p1 = delta[d1 + o] as number;
        const p2 = delta[d2 + o] as number;
        const p3 = delta[d3 + o] as number;
        a0 += p0 * v;
        b0 += p0 * w;
        a1 += p1 * v;
        b1 += p1 * w;
        a2 += p2 * v;
        b2 += p2 * w;
        a3 += p3 * v;
        b3 += p3 * w;
      }
      dx[x0 + i] = a0;
      dx[x0 + i + 1] = b0;
      dx[x1 + i] = a1;
      dx[x1 + i + 1] = b1;
      dx[x2 + i] = a2;
      dx[x2 + i + 1] = b2;
      dx[x3 + i] = a3;
      dx[x3 + i + 1] = b3;
    }
  }
}

/**
 * The gradient for a layer's parameters, summed over the rows: `dW = x^T delta`, `db = sum of delta`.
 *
 * @param gradient receives them where the parameters lie in `parameters`
 */
export function denseGradient(
  x: Float64Array,
  delta: Float64Array,
  rows: number,
  layer: PaddedLayer,
  gradient: Float64Array,
): void {
  const { inputs, outputs, weights, biases } = layer;
  for (let i = 0; i < inputs; i += 2) {
    const g0 = weights + i * outputs;
    const g1 = g0 + outputs;
    for (let o = 0; o < outputs; o += 2) {
      let even00 = 0;
      let even01 = 0;
      let even10 = 0;
      let even11 = 0;
      let odd00 = 0;
      let odd01 = 0;
      let odd10 = 0;
      let odd11 = 0;
      for (let r = 0, p = i, q = o; r < rows; r += 2, p += 2 * inputs, q += 2 * outputs) {
        const x0 = x[p] as number;
        const x1 = x[p + 1] as number;
        const d0 = delta[q] as number;
        const d1 = delta[q + 1] as number;
        even00 += x0 * d0;
        even01 += x0 * d1;
        even10 += x1 * d0;
        even11 += x1 * d1;
        const x2 = x[p + inputs] as number;
        const x3 = x[p + inputs + 1] as number;
        const d2 = delta[q + outputs] as number;
        const d3 = delta[q + outputs + 1] as number;
        odd00 += x2 * d2;
        odd01 += x2 * d3;
        odd10 += x3 * d2;
        odd11 += x3 * d3;
      }
      gradient[g0 + o] = even00 + odd00;
      gradient[g0 + o + 1] = even01 + odd01;
      gradient[g1 + o] = even10 + odd10;
      gradient[g1 + o + 1] = even11 + odd11;
    }
  }
  gradient.fill(0, biases, biases + outputs);
  for (let r = 0; r < rows; r += 1) {
    for (let o = 0; o < outputs; o += 1)
      gradient[biases + o] = (gradient[biases + o] as number) + (delta[r * outputs + o] as number);
  }
}
