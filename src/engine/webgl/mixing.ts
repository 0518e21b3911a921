import type { Grid, MixRequest } from '../engine.ts';
import { expectGridRequest, expectMixRequest } from '../expect-requests.ts';
import { compileFor } from './program-cache.ts';
import { startReadBack } from './read-back.ts';
import { createScope } from '../scope.ts';
import { fragmentShader, type FragmentShader } from './shaders/fragment-shader.ts';
import { createTable, padToTexels, tableHeight, tableTexel, tableWidth, tableWidthBits } from './tables.ts';
import type { WebglDevice } from './webgl-device.ts';

/**
 * Mixes rows on the GPU: `[count, width]`.
 *
 * @throws RangeError if the request is malformed or too large for the device
 */
export async function mixOnDevice(device: WebglDevice, request: MixRequest): Promise<Float32Array> {
  expectMixRequest(request);
  const { rows, width, first, second, lambdas } = request;
  const count = first.length;
  const blocks = Math.ceil(width / 4);
  const height = tableHeight(count * blocks);
  const largest = Math.max(height, tableHeight((rows.length / width) * blocks));
  if (largest > device.maxTextureSize) {
    throw new RangeError(
      `request: expected at most ${device.maxTextureSize * tableWidth * 4} numbers to mix and as many mixed ones on this device, got ${largest * tableWidth * 4}.`,
    );
  }
  device.expectAlive();
  const scope = createScope();
  try {
    const requests = new Float32Array(count * 4);
    for (let k = 0; k < count; k += 1)
      requests.set([first[k] as number, second[k] as number, lambdas[k] as number], k * 4);
    const target = scope.own(device.createTarget(1, tableWidth, height));
    const inputs = scope.own(createTable(device, padToTexels(rows, width)));
    const program = await compileFor(device, scope, mixRowsShader());
    const textures = { inputs: [inputs.texture], requests: [scope.own(createTable(device, requests)).texture] };
    device.draw({ program, target, x: 0, width: tableWidth, height, textures }, { blocks });
    const readBack = scope.own(startReadBack(device));
    readBack.copy(target, 0, tableWidth, height);
    const texels = await readBack.read();
    const mixed = new Float32Array(count * width);
    for (let r = 0; r < count; r += 1) mixed.set(texels.subarray(r * blocks * 4, r * blocks * 4 + width), r * width);
    return mixed;
  } finally {
    scope.dispose();
  }
}

/**
 * Mixes points of the plane with their labels on the GPU and counts them per cell: `[2, rows, columns]`. The counting
 * itself needs scattered writes, which WebGL lacks, so it follows the one read.
 */
export async function countOnGridOfDevice(
  device: WebglDevice,
  request: MixRequest,
  labels: Float32Array,
  grid: Grid,
): Promise<Float32Array> {
  expectGridRequest(request, labels, grid);
  const points = labels.length;
  const { columns, rows, x, y } = grid;
  const labelled = new Float32Array(points * 3);
  for (let k = 0; k < points; k += 1)
    labelled.set([request.rows[2 * k] as number, request.rows[2 * k + 1] as number, labels[k] as number], 3 * k);
  const mixed = await mixOnDevice(device, { ...request, rows: labelled, width: 3 });
  const counts = new Float32Array(2 * rows * columns);
  for (let k = 0; k < mixed.length; k += 3) {
    const column = Math.floor((((mixed[k] as number) - x[0]) / (x[1] - x[0])) * columns);
    const row = Math.floor((((mixed[k + 1] as number) - y[0]) / (y[1] - y[0])) * rows);
    if (column < 0 || column >= columns || row < 0 || row >= rows) continue;
    const cell = row * columns + column;
    counts[cell] = (counts[cell] as number) + 1;
    counts[rows * columns + cell] = (counts[rows * columns + cell] as number) + (mixed[k + 2] as number);
  }
  return counts;
}

/**
 * Mixes rows of a table by requests (i, j, lambda), one texel of four columns a fragment, in the order of a table.
 * `blocks` is the number of texels of a row.
 */
function mixRowsShader(): FragmentShader {
  return fragmentShader({
    slots: ['inputs', 'requests'],
    uniforms: ['int blocks'],
    outputs: 1,
    functions: [tableTexel],
    main: `
  ivec2 here = ivec2(gl_FragCoord.xy);
  int index = (here.y << ${tableWidthBits}) + here.x;
  int row = index / blocks;
  int block = index - row * blocks;
  vec4 request = tableTexel(requests, row);
  out0 = request.z * tableTexel(inputs, int(request.x) * blocks + block) + (1.0 - request.z) * tableTexel(inputs, int(request.y) * blocks + block);`,
  });
}
