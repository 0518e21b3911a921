import { spawn } from 'node:child_process';
import { createServer } from 'node:http';
import { listenOnFreePort } from '../free-port.ts';

/** A program that runs beside the tests, with everything that it starts itself. */
interface Program {
  /** Waits until the program prints something, and returns the first group of the pattern. */
  readonly says: (pattern: RegExp) => Promise<string>;
  /** Ends the program and what it started; harmless if it has ended. */
  readonly end: () => void;
}

/**
 * Starts a program in a process group of its own, so that ending it leaves nothing behind, also when the tests break off.
 *
 * @param variables added to the environment
 */
export function startProgram(file: string, words: readonly string[], variables: Record<string, string> = {}): Program {
  const child = spawn(file, words, {
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...variables },
  });
  let printed = '';
  const listeners = new Set<() => void>();
  const tell = (): void => listeners.forEach((listener) => listener());
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (piece) => {
      printed += String(piece);
      tell();
    });
  let failure = '';
  child.on('error', (error) => {
    failure = error.message;
    tell();
  });
  child.on('exit', (status) => {
    failure ||= `ended with status ${status ?? 'unknown'}`;
    tell();
  });
  // A test that is broken off ends by a signal, or loses the process that it reports to.
  const ends = ['exit', 'disconnect', 'SIGTERM', 'SIGINT'] as const;
  const end = (): void => {
    for (const event of ends) process.off(event, end);
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  };
  for (const event of ends) process.on(event, end);
  const says = (pattern: RegExp): Promise<string> =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const said = pattern.exec(printed)?.[1];
        if (said === undefined && !failure) return;
        listeners.delete(look);
        if (said !== undefined) resolve(said);
        else reject(new Error(`${file} ${failure}. It printed:\n${printed.slice(-2000)}`));
      };
      listeners.add(look);
      look();
    });
  return { says, end };
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const { port, close } = await listenOnFreePort(createServer());
  await close();
  return port;
}
