/** What the build asks of AssemblyScript's compiler. The types that come with it would also change those of arrays, everywhere. */
interface Host {
  readFile(name: string): string | null;
  writeFile(name: string, contents: Uint8Array | string): void;
}

interface Outcome {
  readonly error: Error | null;
  readonly stderr: { toString(): string };
}

declare const asc: {
  /** @param words as on the command line */
  main(words: readonly string[], host: Host): Promise<Outcome>;
};

export default asc;
