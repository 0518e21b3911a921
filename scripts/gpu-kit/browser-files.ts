import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { headlessShell } from '../chromium.mjs';

/** Of a browser's folder only this draws no page: the browser with windows, its pictures and checks for developers. */
const left = /^(chromium|chrome_crashpad_handler|resources\.pak|chrome_\d+_percent\.pak|locales|libVk.*|.*\.TOC)$/;

/** The C library and the compiler's libraries are the other machine's own. */
const own = /\/(libc|libm|libpthread|libdl|librt|ld-linux-x86-64|libresolv|libstdc\+\+|libgcc_s)\.so/;

/** Loaded by name while the browser runs, so that no list of libraries names them. */
const loadedByName = ['libsoftokn3.so', 'libfreeblpriv3.so', 'libfreebl3.so', 'libnssckbi.so'];

/** The ways from a program to a driver of whatever maker. */
const toDrivers = [
  'libvulkan.so.1',
  'libEGL.so.1',
  'libGLdispatch.so.0',
  'libOpenGL.so.0',
  'libGL.so.1',
  'libGLX.so.0',
];

interface BrowserFiles {
  /** The program and what lies beside it. */
  readonly browser: readonly string[];
  /** The shared libraries that it needs. */
  readonly libraries: readonly string[];
}

/**
 * What a machine without a browser needs to run this one's headless Chromium.
 *
 * @throws Error where there is no such browser
 */
export function browserFiles(): BrowserFiles {
  const program = path.join('/usr/lib/chromium', path.basename(headlessShell));
  if (!existsSync(program)) {
    throw new Error(
      `The kit is packed with Debian's headless Chromium: \`apt-get install ${path.basename(headlessShell)}\`.`,
    );
  }
  const folder = path.dirname(program);
  const known = new Map(
    lines('/sbin/ldconfig', '-p').map((line) => {
      const [name = '', file = ''] = line.trim().split(/ .*=> /);
      return [name, file];
    }),
  );
  const named = [...loadedByName, ...toDrivers].flatMap((name) => known.get(name) ?? []);
  const needed = [program, ...named].flatMap((file) =>
    lines('ldd', file).flatMap((line) => /=> (\/\S+)/.exec(line)?.[1] ?? []),
  );
  return {
    browser: readdirSync(folder)
      .filter((name) => !left.test(name))
      .map((name) => path.join(folder, name)),
    libraries: [...new Set([...named, ...needed])].filter((file) => !own.test(file) && existsSync(realpathSync(file))),
  };
}

const lines = (command: string, ...args: string[]): string[] =>
  execFileSync(command, args, { encoding: 'utf8' }).split('\n');
