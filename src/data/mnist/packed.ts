/** What the file of all pictures must be; written by `npm run pack-pictures`. */
export const packed = { file: 'mnist.bin', bytes: 273884, checksum: 0x82f0141f } as const;

/** What the file of a few pictures at full size must be; written by `npm run pack-pictures`. */
export const packedSample = { file: 'mnist-sample.bin', bytes: 19251, checksum: 0xf65e3489 } as const;
