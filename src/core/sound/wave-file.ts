/** A sound as a WAV file holds it. */
interface WaveFile {
  /** Samples a second. */
  readonly rate: number;
  /** From -32,768 to 32,767. */
  readonly samples: Int16Array;
}

/** What "fmt " says of plain samples: code 1, one channel; 16 bits each. */
const plain = { code: 1, channels: 1, bits: 16 } as const;

/**
 * Reads a WAV file of plain 16-bit samples of one channel.
 *
 * IBM and Microsoft, "Multimedia Programming Interface and Data Specifications 1.0" (1991), chapter 3.
 *
 * @param name what to call the file in messages
 * @throws RangeError that names the file and its first fault
 */
export function readWave(bytes: Uint8Array, name: string): WaveFile {
  const fail = (problem: string): never => {
    throw new RangeError(`${name}: ${problem}.`);
  };
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tag = (at: number): string => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (tag(0) !== 'RIFF' || tag(8) !== 'WAVE') fail('expected a WAV file, got something else');
  let rate = 0;
  for (let at = 12; at + 8 <= bytes.length;) {
    const [start, length] = [at + 8, view.getUint32(at + 4, true)];
    if (start + length > bytes.length) fail(`expected ${length} bytes of "${tag(at)}", got ${bytes.length - start}`);
    if (tag(at) === 'fmt ') {
      const [code, channels, bits] = [0, 2, 14].map((offset) => view.getUint16(start + offset, true));
      if (code !== plain.code || channels !== plain.channels || bits !== plain.bits)
        fail(`expected 16-bit samples of one channel, got format ${code}, ${channels} channels, ${bits} bits`);
      rate = view.getUint32(start + 4, true);
    }
    if (tag(at) === 'data') {
      if (rate === 0) fail('expected "fmt " before "data"');
      return { rate, samples: Int16Array.from({ length: length >> 1 }, (_, n) => view.getInt16(start + 2 * n, true)) };
    }
    // Each part begins at an even place.
    at = start + length + (length & 1);
  }
  return fail('expected a part "data", got none');
}
