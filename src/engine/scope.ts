/** Things that end together. */
export interface Scope {
  /** Takes charge of a thing and returns it. */
  own<T extends { dispose(): void }>(thing: T): T;
  /** Runs this at the end. */
  defer(end: () => void): void;
  /** Ends all of it; never throws. */
  dispose(): void;
}

/**
 * Makes an empty scope; what it owns is disposed of once, the last first, since later things may use earlier ones. One that fails
 * to end is for the console: the others end all the same.
 */
export function createScope(): Scope {
  const ends: (() => void)[] = [];
  return {
    own(thing) {
      ends.push(() => thing.dispose());
      return thing;
    },
    defer: (end) => void ends.push(end),
    dispose() {
      for (const end of ends.splice(0).reverse()) {
        try {
          end();
        } catch (error) {
          console.error(error);
        }
      }
    },
  };
}
