/** What the file of all sounds must be; written by `npm run pack-sounds`. */
export const packed = { file: 'spoken-digits.bin', bytes: 82322, checksum: 0xba68b3ce } as const;
