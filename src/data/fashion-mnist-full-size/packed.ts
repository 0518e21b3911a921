/** What the file of pictures at full size must be; written by `npm run pack-pictures`. */
export const packed = { file: 'fashion-mnist-full-size.bin', bytes: 581533, checksum: 0xa1e199f3 } as const;
