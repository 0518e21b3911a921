/** What the file of all pictures must be; written by `npm run pack-pictures`. */
export const packed = { file: 'fashion-mnist.bin', bytes: 419178, checksum: 0x44ec2d51 } as const;
