/*
 * `hash.ts` and `permutation.ts` for graphics processors, to the same bit. In both languages:
 * `hash3(x, y, z)`, three words; `scaleWord(word, size)`; `permute(key, stride, size, lowBits, tall, rounds, place)`.
 */

/** In WGSL. */
export const permutationWgsl = `
/// pcg3d of Jarzynski and Olano (JCGT 9(3), 2020).
fn hash3(x: u32, y: u32, z: u32) -> vec3u {
  var v = vec3u(x, y, z) * 1664525u + 1013904223u;
  v.x += v.y * v.z;
  v.y += v.z * v.x;
  v.z += v.x * v.y;
  v ^= v >> vec3u(16u);
  v.x += v.y * v.z;
  v.y += v.z * v.x;
  v.z += v.x * v.y;
  return v;
}

/// floor(word * size / 2^32).
fn scaleWord(word: u32, size: u32) -> u32 {
  let wordLow = word & 0xffffu;
  let wordHigh = word >> 16u;
  let sizeLow = size & 0xffffu;
  let sizeHigh = size >> 16u;
  let middle = wordHigh * sizeLow + ((wordLow * sizeLow) >> 16u);
  let low = wordLow * sizeHigh + (middle & 0xffffu);
  return wordHigh * sizeHigh + (middle >> 16u) + (low >> 16u);
}

/// 16 bits that depend on all bits of a word.
fn scatter(word: u32) -> u32 {
  let once = word * 0x9e3779b1u;
  return ((once ^ (once >> 15u)) * 0x85ebca6bu) >> 16u;
}

/// Where a place goes under a keyed permutation of 0 to size - 1.
fn permute(key: u32, stride: u32, size: u32, lowBits: u32, tall: u32, rounds: u32, place: u32) -> u32 {
  let mask = (1u << lowBits) - 1u;
  var low = place & mask;
  var high = place >> lowBits;
  var result = size;
  for (var walk = 0u; walk <= mask && result >= size; walk++) {
    var roundKey = key;
    for (var round = 0u; round < rounds; round += 2u) {
      high += (scatter(low + roundKey) * tall) >> 16u;
      high -= select(0u, tall, high >= tall);
      roundKey += stride;
      low = (low + scatter(high + roundKey)) & mask;
      roundKey += stride;
    }
    result = (high << lowBits) | low;
  }
  return result;
}
`;

/** In GLSL ES 3. */
export const permutationGlsl = `
// pcg3d of Jarzynski and Olano (JCGT 9(3), 2020).
uvec3 hash3(uint x, uint y, uint z) {
  uvec3 v = uvec3(x, y, z) * 1664525u + 1013904223u;
  v.x += v.y * v.z;
  v.y += v.z * v.x;
  v.z += v.x * v.y;
  v ^= v >> 16u;
  v.x += v.y * v.z;
  v.y += v.z * v.x;
  v.z += v.x * v.y;
  return v;
}

// floor(word * size / 2^32).
uint scaleWord(uint word, uint size) {
  uint wordLow = word & 0xffffu;
  uint wordHigh = word >> 16u;
  uint sizeLow = size & 0xffffu;
  uint sizeHigh = size >> 16u;
  uint middle = wordHigh * sizeLow + ((wordLow * sizeLow) >> 16u);
  uint low = wordLow * sizeHigh + (middle & 0xffffu);
  return wordHigh * sizeHigh + (middle >> 16u) + (low >> 16u);
}

// 16 bits that depend on all bits of a word.
uint scatter(uint word) {
  uint once = word * 0x9e3779b1u;
  return ((once ^ (once >> 15u)) * 0x85ebca6bu) >> 16u;
}

// Where a place goes under a keyed permutation of 0 to size - 1.
uint permute(uint key, uint stride, uint size, uint lowBits, uint tall, uint rounds, uint place) {
  uint mask = (1u << lowBits) - 1u;
  uint low = place & mask;
  uint high = place >> lowBits;
  uint result = size;
  for (uint walk = 0u; walk <= mask && result >= size; walk++) {
    uint roundKey = key;
    for (uint round = 0u; round < rounds; round += 2u) {
      high += (scatter(low + roundKey) * tall) >> 16u;
      high -= high >= tall ? tall : 0u;
      roundKey += stride;
      low = (low + scatter(high + roundKey)) & mask;
      roundKey += stride;
    }
    result = (high << lowBits) | low;
  }
  return result;
}
`;
