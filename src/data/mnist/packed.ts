/** What the file of pictures must be; written by `npm run pack-pictures`. */
export const packed = { file: 'mnist.bin', bytes: 273884, checksum: 0x82f0141f } as const;
