import { describe, expect, it } from 'vitest';
import { allRows, type Ensemble } from '../../../../src/core/training/ensemble.ts';
import { parameterCount, type Network } from '../../../../src/core/training/network.ts';
import { adam } from '../../../../src/core/training/optimizer.ts';
import { createPlan } from '../../../../src/core/training/create-plan.ts';
import { mixupPolicy } from '../../../../src/core/training/policy.ts';
import { packParameters, padNetwork, unpackParameters } from '../../../../src/engine/webgpu/padded-network.ts';
import { trainingMemory } from '../../../../src/engine/webgpu/training-memory.ts';
import { kernelShape } from '../../../../src/engine/webgpu/kernel-shape.ts';

const network: Network = { sizes: [3, 5, 2], activation: 'relu' };

describe('parameters on the device', () => {
  it('lie in rows of whole vec4s, padded with zeros', () => {
    const flat = Float64Array.from({ length: parameterCount(network) }, (_, k) => k + 1);
    const packed = packParameters(padNetwork(network), flat, 1);
    const rows = Array.from({ length: packed.length / 4 }, (_, q) => Array.from(packed.subarray(4 * q, 4 * q + 4)));
    expect(rows).toEqual([
      // Layer 1: three inputs and one of padding, to five units in two quads each; then the biases.
      ...[
        [1, 2, 3, 4],
        [5, 0, 0, 0],
        [6, 7, 8, 9],
        [10, 0, 0, 0],
        [11, 12, 13, 14],
        [15, 0, 0, 0],
        [0, 0, 0, 0],
        [0, 0, 0, 0],
      ],
      ...[
        [16, 17, 18, 19],
        [20, 0, 0, 0],
      ],
      // Layer 2: five inputs and three of padding, to two classes; then the biases.
      ...[
        [21, 22, 0, 0],
        [23, 24, 0, 0],
        [25, 26, 0, 0],
        [27, 28, 0, 0],
        [29, 30, 0, 0],
        [0, 0, 0, 0],
        [0, 0, 0, 0],
        [0, 0, 0, 0],
      ],
      [31, 32, 0, 0],
    ]);
  });

  it('come back as they went, for all members', () => {
    const padded = padNetwork(network);
    const flat = Float64Array.from({ length: 3 * parameterCount(network) }, (_, k) => Math.fround(Math.sin(k)));
    expect(unpackParameters(padded, packParameters(padded, flat, 3), 3)).toEqual(flat);
  });
});

describe('memory on the device', () => {
  const ensembleOf = (sizes: number[], members: number, batch: number): Ensemble => ({
    network: { sizes, activation: 'tanh' },
    inputs: new Float32Array(100 * (sizes[0] as number)),
    members: Array.from({ length: members }, (_, seed) => ({
      seed,
      policy: mixupPolicy(1, { layer: 1 }),
      optimizer: adam(0.01),
      labels: new Uint8Array(100),
      rows: allRows(100),
    })),
    batch,
  });
  const memoryOf = (ensemble: Ensemble, limit = 2 ** 27) => {
    const shape = kernelShape(ensemble, { bytes: 32768, threads: 256 });
    return trainingMemory(ensemble, shape, createPlan(ensemble), 1, {
      maxStorageBufferBindingSize: limit,
      maxBufferSize: 2 * limit,
    });
  };

  it('is shared by a workgroup where a step fits, and a buffer of its own where it does not', () => {
    expect(memoryOf(ensembleOf([2, 8, 2], 4, 32)).values).toBe(0);
    expect(memoryOf(ensembleOf([64, 64, 64, 10], 4, 64)).values).toBeGreaterThan(0);
  });

  // Bytes counted by hand: rows times quads of 16 bytes, of pairs, inputs, two hidden layers and the deltas of the first, and of the output.
  it.each([
    { sizes: [2, 16, 16, 2], batch: 32, bytes: 16 * 32 * (1 + 1 + 4 + 4 + 4 + 4 + 1), of: 16384 },
    { sizes: [2, 32, 32, 2], batch: 32, bytes: 16 * 32 * (1 + 1 + 8 + 8 + 8 + 1), of: 16384 },
    { sizes: [4, 128, 128, 3], batch: 16, bytes: 16 * 16 * (1 + 1 + 32 + 32 + 32 + 1), of: 32768 },
    { sizes: [30, 128, 128, 2], batch: 16, bytes: 16 * 16 * (1 + 8 + 32 + 32 + 32 + 1), of: 32768 },
    { sizes: [64, 16, 16, 10], batch: 64, bytes: 16 * 64 * (1 + 16 + 4 + 4 + 4 + 3), of: 32768 },
  ])('of a workgroup of $of bytes holds a step of $sizes on batches of $batch', ({ sizes, batch, bytes, of }) => {
    const ensemble = ensembleOf(sizes, 1, batch);
    const members = ensemble.members.map((member) => ({ ...member, policy: mixupPolicy(1) }));
    const { placement, values } = kernelShape({ ...ensemble, members }, { bytes: of, threads: 256 });
    expect(placement).toBe('workgroup');
    expect(16 * values.quads).toBe(bytes);
  });

  it('of the largest ensemble there is fits the limits that every device has; its members take turns', () => {
    const memory = memoryOf(ensembleOf([64, 128, 128, 128, 128, 10], 256, 1024));
    expect(memory.membersAtOnce).toBeLessThan(256);
    const parameters = memory.membersOfChunk * memory.memberParameters;
    for (const bytes of [memory.inputs, memory.labels, memory.plan, parameters, memory.values])
      expect(bytes).toBeLessThanOrEqual(2 ** 27);
  });

  it('for the parameters of many members is cut into as many buffers as it takes', () => {
    const ensemble = ensembleOf([64, 128, 128, 10], 256, 64);
    const member = 16 * padNetwork(ensemble.network).parameterQuads;
    expect(memoryOf(ensemble).membersOfChunk).toBe(256);
    expect(memoryOf(ensemble, 100 * member + 1).membersOfChunk).toBe(100);
  });

  it('that a device does not have is refused with a sentence', () => {
    expect(() => memoryOf(ensembleOf([64, 128, 128, 128, 10], 3000, 64))).toThrow(
      /^ensemble: expected 3000 members to take at most 1024 MiB on this device, got \d{4} MiB\.$/,
    );
    expect(() => memoryOf(ensembleOf([64, 128, 10], 1, 1024), 2 ** 18)).toThrow(RangeError);
  });
});
