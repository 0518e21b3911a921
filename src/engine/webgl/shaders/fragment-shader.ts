import { samplerNames, type Slot } from '../texture-units.ts';

/** The text of a fragment shader, and the textures that it samples. */
export interface FragmentShader {
  readonly source: string;
  readonly slots: readonly Slot[];
}

/** What a program adds to the common frame. */
interface ShaderBody {
  readonly slots: readonly Slot[];
  /** Uniforms other than samplers, such as `uint step`. */
  readonly uniforms?: readonly string[];
  /** How many render targets it writes: `out0`, `out1`... */
  readonly outputs: number;
  /** Functions used by `main`. */
  readonly functions?: readonly string[];
  /** The body of `main`. */
  readonly main: string;
}

/** Completes a program: GLSL ES 3.00, all highp, whole texels addressed by integers. */
export function fragmentShader({ slots, uniforms = [], outputs, functions = [], main }: ShaderBody): FragmentShader {
  const lines = [
    '#version 300 es',
    'precision highp float;',
    'precision highp int;',
    'precision highp sampler2D;',
    ...slots.flatMap(samplerNames).map((name) => `uniform sampler2D ${name};`),
    ...uniforms.map((uniform) => `uniform ${uniform};`),
    ...Array.from({ length: outputs }, (_, k) => `layout(location = ${k}) out vec4 out${k};`),
    ...functions,
    `void main() {${main}}`,
  ];
  return { source: lines.join('\n'), slots };
}

/** Reads four textures at one place: the columns of the matrix are four rows of a batch (or four slots of a block). */
export function fetchFour(slot: Slot, place: string): string {
  return `mat4(${samplerNames(slot)
    .map((name) => `texelFetch(${name}, ${place}, 0)`)
    .join(', ')})`;
}

/** Writes the columns of a matrix to four render targets. */
export function writeFour(matrix: string): string {
  return forFour((q) => `out${q} = ${matrix}[${q}];`);
}

/**
 * A statement for each of four rows (or slots), written out: a matrix that is indexed by a loop's variable is kept in
 * memory rather than in registers, which slows all of a shader down.
 */
export function forFour(statement: (q: number) => string): string {
  return [0, 1, 2, 3].map(statement).join('\n  ');
}
