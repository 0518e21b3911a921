/**
 * Stands in for the package `long` in the browser's bundle. TensorFlow.js uses it to hash strings, which nothing here
 * does, but the package compiles WebAssembly as soon as it loads, which the content security policy forbids.
 */
const long = {
  fromString: (): undefined => undefined,
  fromBytes: (): never => {
    throw new Error(
      'TensorFlow.js asked for 64-bit integers, which this site leaves out of it (see long-stand-in.ts).',
    );
  },
};

export default long;
