import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Compiles the CPU engine's inner loops, unless they have been compiled from the same sources already.

const engine = fileURLToPath(new URL('../src/engine/cpu/', import.meta.url));
const sources = join(engine, 'wasm');
const compiled = join(engine, 'compiled');

/** Added to each byte of the module to get its character. */
const shift = 40;

/** Writes `compiled/simd.ts` and `convolutions-simd.ts`, WebAssembly modules as text, and `compiled/script.js`, the loops of both in JavaScript. */
export async function compileKernels() {
  const files = readdirSync(sources).filter((name) => name.endsWith('.ts'));
  const hash = createHash('sha256');
  for (const file of [...files.map((name) => join(sources, name)), fileURLToPath(import.meta.url)])
    hash.update(readFileSync(file));
  const mark = `// Compiled from wasm/ by scripts/compile-kernels.mjs: ${hash.digest('hex')}\n`;
  if (
    ['simd.ts', 'convolutions-simd.ts', 'script.js', 'script.d.ts'].every((name) => isFrom(join(compiled, name), mark))
  )
    return;
  const { default: binaryen } = await import('binaryen');
  mkdirSync(compiled, { recursive: true });
  write('simd.ts', `${mark}${asText(await compile('kernels.ts', ['--enable', 'simd'], ''))}`);
  write('convolutions-simd.ts', `${mark}${asText(await compile('convolutions.ts', ['--enable', 'simd'], ''))}`);
  // What JavaScript has no operation for is left out, so that none has to be imitated.
  const plain = await compile('all.ts', ['--disable', 'nontrapping-f2i', '--disable', 'bulk-memory'], '-plain');
  const module = binaryen.readBinary(plain);
  write('script.js', `${mark}${asFunction(module.emitAsmjs())}`);
  module.dispose();
  write(
    'script.d.ts',
    `${mark}export function createScriptKernels(memory: { buffer: ArrayBuffer }): WebAssembly.Exports;\n`,
  );
}

/**
 * @param {string} file
 * @param {string} mark first line
 */
function isFrom(file, mark) {
  return existsSync(file) && readFileSync(file, 'utf8').startsWith(mark);
}

/**
 * @param {string} name
 * @param {string} text
 */
function write(name, text) {
  // Under another name first: several commands may compile at once.
  const draft = join(compiled, `${name}.${process.pid}`);
  writeFileSync(draft, text);
  renameSync(draft, join(compiled, name));
}

/**
 * A character for each byte, shifted so that the frequent ones are ASCII: compresses to 2 % more than the module itself, two digits for
 * each byte to 7 % more, base64, which cuts bytes in pieces, to 60 % more.
 *
 * @param {Uint8Array} module
 */
function asText(module) {
  const text = JSON.stringify(Array.from(module, (byte) => String.fromCharCode((byte + shift) % 256)).join(''));
  return `export const shift = ${shift};\nexport const simd =\n  ${text};\n`;
}

/**
 * @param {string} entry the source that exports what the module does
 * @param {string[]} flags of the compiler
 * @param {string} variant ending of the sources that take the place of others
 * @returns {Promise<Uint8Array>} a module that imports its memory
 * @throws Error with the compiler's messages
 */
async function compile(entry, flags, variant) {
  const { default: asc } = await import('assemblyscript/asc');
  /** @type {Uint8Array | undefined} */
  let binary;
  const { error, stderr } = await asc.main(
    [entry, '-O3s', '--runtime', 'stub', '--importMemory', '--noExportMemory', '--outFile', 'kernels.wasm', ...flags],
    {
      readFile(name) {
        const other = join(sources, name.replace('.ts', `${variant}.ts`));
        const file = existsSync(other) ? other : join(sources, name);
        return dirname(file) === dirname(other) && existsSync(file) ? readFileSync(file, 'utf8') : null;
      },
      writeFile(_name, contents) {
        if (typeof contents !== 'string') binary = contents;
      },
    },
  );
  if (error || !binary)
    throw new Error(`The loops of the CPU engine did not compile.\n${stderr.toString()}`, { cause: error });
  return binary;
}

/**
 * Binaryen writes a module that runs at once, with a memory of no size; the engine needs a function that is given a memory.
 *
 * @param {string} module
 */
function asFunction(module) {
  const end = module.indexOf('\nvar memasmFunc');
  if (end < 0 || !module.includes('function asmFunc(imports)'))
    throw new Error('Binaryen writes modules of another form.');
  return `${module.slice(0, end)}\nexport const createScriptKernels = (memory) => asmFunc({ env: { memory } });\n`;
}
