import type { Engine } from '../engine.ts';

/** Disposes of an engine that may be broken: what goes wrong in it then is for the console, not for whoever needs the next. */
export function endEngine(engine: Engine): void {
  try {
    engine.dispose();
  } catch (error) {
    console.error(error);
  }
}
