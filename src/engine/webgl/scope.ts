/** Things that end together. */
export interface Scope {
  /** Takes charge of a thing and returns it. */
  own<T extends { dispose(): void }>(thing: T): T;
  /** Runs this at the end. */
  defer(end: () => void): void;
  dispose(): void;
}

/** Makes an empty scope; what it owns is disposed in the order it came, once. */
export function createScope(): Scope {
  const ends: (() => void)[] = [];
  return {
    own(thing) {
      ends.push(() => thing.dispose());
      return thing;
    },
    defer: (end) => void ends.push(end),
    dispose: () => ends.splice(0).forEach((end) => end()),
  };
}
