import { patchWord, pixelWord } from './draw-cut.ts';
import { maskFields, sideBits } from './mask.ts';

/*
 * `draw-cut.ts` for graphics processors, to the same bit. In both languages, for a member that cuts pictures, in a step that mixes:
 *
 * - `shareLeft(member, step, example, sides)` is the first partner's share of the pixels, where `sides` is an entry of what lambda is drawn from;
 * - `cutAt(member, step, example, input)` says, for four inputs from number `input` on, which are the second partner's. What it says
 *   of numbers beyond the inputs means nothing.
 */

const at = (field: (typeof maskFields)[number]): number => maskFields.indexOf(field);
const sideMask = 2 ** sideBits - 1;

/** In WGSL. Needs the structure and the functions that `plan-programs.ts` declares before. */
export const cutWgsl = `
fn maskNumber(member: MemberPlan, field: u32) -> u32 {
  return u32(planNumber(member.maskAt + field));
}

/// Where a side of a patch begins, and where it ends, within 0 to size.
fn clipped(center: u32, length: u32, size: u32) -> vec2u {
  let before = length >> 1u;
  return vec2u(max(center, before) - before, min(center + length - before, size));
}

/// Left, right, top and bottom of a patch; right and bottom are not in it.
fn patchAt(member: MemberPlan, step: u32, example: u32, sides: u32) -> vec4u {
  let words = hash3(member.lambdaKey, step, ${patchWord}u + example * member.lambdaStep);
  let width = maskNumber(member, ${at('width')}u);
  let height = maskNumber(member, ${at('height')}u);
  return vec4u(
    clipped(scaleWord(words.x, width), sides >> ${sideBits}u, width),
    clipped(scaleWord(words.z, height), sides & ${sideMask}u, height),
  );
}

fn pixelsOf(edges: vec4u) -> u32 {
  return (edges.y - edges.x) * (edges.w - edges.z);
}

fn shareLeft(member: MemberPlan, step: u32, example: u32, sides: u32) -> f32 {
  return planNumber(member.maskAt + ${maskFields.length}u + pixelsOf(patchAt(member, step, example, sides)));
}

fn cutAt(member: MemberPlan, step: u32, example: u32, input: u32) -> vec4<bool> {
  let edges = patchAt(member, step, example, u32(entryAt(member, step, example)));
  let inputs = vec4u(input) + vec4u(0u, 1u, 2u, 3u);
  let width = maskNumber(member, ${at('width')}u);
  if (maskNumber(member, ${at('scatters')}u) == 0u) {
    // Numbers below the left edge wrap around, and are no less than the patch is wide.
    let across = inputs % width - edges.x;
    let down = inputs / width - edges.z;
    return (across < vec4u(edges.y - edges.x)) & (down < vec4u(edges.w - edges.z));
  }
  let words = hash3(member.lambdaKey, step, ${pixelWord}u + example * member.lambdaStep);
  let size = width * maskNumber(member, ${at('height')}u);
  let lowBits = maskNumber(member, ${at('lowBits')}u);
  let tall = maskNumber(member, ${at('tall')}u);
  let rounds = maskNumber(member, ${at('rounds')}u);
  var places = vec4u(0u);
  for (var k = 0u; k < 4u; k++) {
    places[k] = permute(words.x, words.z | 1u, size, lowBits, tall, rounds, inputs[k]);
  }
  return places < vec4u(pixelsOf(edges));
}
`;

/** In GLSL ES 3. Needs the structure and the functions that `plan-programs.ts` declares before. */
export const cutGlsl = `
uint maskNumber(MemberPlan member, uint field) {
  return uint(planNumber(member.maskAt + field));
}

// Where a side of a patch begins, and where it ends, within 0 to size.
uvec2 clipped(uint center, uint length, uint size) {
  uint before = length >> 1u;
  return uvec2(max(center, before) - before, min(center + length - before, size));
}

// Left, right, top and bottom of a patch; right and bottom are not in it.
uvec4 patchAt(MemberPlan member, uint step, uint example, uint sides) {
  uvec3 words = hash3(member.lambdaKey, step, ${patchWord}u + example * member.lambdaStep);
  uint width = maskNumber(member, ${at('width')}u);
  uint height = maskNumber(member, ${at('height')}u);
  return uvec4(
    clipped(scaleWord(words.x, width), sides >> ${sideBits}u, width),
    clipped(scaleWord(words.z, height), sides & ${sideMask}u, height));
}

uint pixelsOf(uvec4 edges) {
  return (edges.y - edges.x) * (edges.w - edges.z);
}

float shareLeft(MemberPlan member, uint step, uint example, uint sides) {
  return planNumber(member.maskAt + ${maskFields.length}u + pixelsOf(patchAt(member, step, example, sides)));
}

bvec4 cutAt(MemberPlan member, uint step, uint example, uint pixel) {
  uvec4 edges = patchAt(member, step, example, uint(entryAt(member, step, example)));
  uvec4 pixels = pixel + uvec4(0u, 1u, 2u, 3u);
  uint width = maskNumber(member, ${at('width')}u);
  if (maskNumber(member, ${at('scatters')}u) == 0u) {
    // Numbers below the left edge wrap around, and are no less than the patch is wide.
    bvec4 across = lessThan(pixels % width - edges.x, uvec4(edges.y - edges.x));
    bvec4 down = lessThan(pixels / width - edges.z, uvec4(edges.w - edges.z));
    return bvec4(vec4(across) * vec4(down));
  }
  uvec3 words = hash3(member.lambdaKey, step, ${pixelWord}u + example * member.lambdaStep);
  uint size = width * maskNumber(member, ${at('height')}u);
  uint lowBits = maskNumber(member, ${at('lowBits')}u);
  uint tall = maskNumber(member, ${at('tall')}u);
  uint rounds = maskNumber(member, ${at('rounds')}u);
  uvec4 places = uvec4(0u);
  for (uint k = 0u; k < 4u; k++)
    places += permute(words.x, words.z | 1u, size, lowBits, tall, rounds, pixel + k) * uvec4(equal(uvec4(k), uvec4(0u, 1u, 2u, 3u)));
  return lessThan(places, uvec4(pixelsOf(edges)));
}
`;
