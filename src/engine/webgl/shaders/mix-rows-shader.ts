import { fragmentShader, type FragmentShader } from './fragment-shader.ts';
import { tableTexel, tableWidthBits } from './table-source.ts';

/**
 * Mixes rows of a table by requests (i, j, lambda), one texel of four columns a fragment, in the order of a table.
 * `blocks` is the number of texels of a row.
 */
export function mixRowsShader(): FragmentShader {
  return fragmentShader({
    slots: ['inputs', 'requests'],
    uniforms: ['int blocks'],
    outputs: 1,
    functions: [tableTexel],
    main: `
  ivec2 here = ivec2(gl_FragCoord.xy);
  int index = (here.y << ${tableWidthBits}) + here.x;
  int row = index / blocks;
  int block = index - row * blocks;
  vec4 request = tableTexel(requests, row);
  out0 = request.z * tableTexel(inputs, int(request.x) * blocks + block) + (1.0 - request.z) * tableTexel(inputs, int(request.y) * blocks + block);`,
  });
}
