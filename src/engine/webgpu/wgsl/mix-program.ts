/** Threads of a workgroup of {@link mixProgram} and of the grid program. */
export const mixWorkgroupSize = 64;

/** The WGSL program that mixes rows of any width, one number to a thread: `lambda x_i + (1 - lambda) x_j`. */
export const mixProgram = `
struct Call {
  count: u32,
  width: u32,
  /// Numbers of one row of workgroups.
  stride: u32,
}

@group(0) @binding(0) var<uniform> call: Call;
@group(0) @binding(1) var<storage, read> rows: array<f32>;
@group(0) @binding(2) var<storage, read> first: array<u32>;
@group(0) @binding(3) var<storage, read> second: array<u32>;
@group(0) @binding(4) var<storage, read> lambdas: array<f32>;
@group(0) @binding(5) var<storage, read_write> results: array<f32>;

@compute @workgroup_size(${mixWorkgroupSize})
fn main(@builtin(global_invocation_id) id: vec3u) {
  let item = id.y * call.stride + id.x;
  if (item >= call.count * call.width) {
    return;
  }
  let example = item / call.width;
  let column = item % call.width;
  let lambda = lambdas[example];
  results[item] = lambda * rows[first[example] * call.width + column] + (1.0 - lambda) * rows[second[example] * call.width + column];
}
`;
