import { mixWorkgroupSize } from './mix-program.ts';

/** Fixed-point units of one label: sums of integers do not depend on their order, so counting twice gives the same bits. */
export const labelUnit = 2 ** 24;

/**
 * The WGSL program that mixes points of the plane and counts them on a grid. Each cell has three words in `cells`:
 * its number of points, and the low and high word of the sum of their mixed labels in units of 1 / {@link labelUnit}.
 */
export const gridProgram = `
struct Call {
  count: u32,
  /// Points of one row of workgroups.
  stride: u32,
  columns: u32,
  rows: u32,
  left: f32,
  right: f32,
  /// Edges of row 0 and of the last row.
  start: f32,
  end: f32,
}

@group(0) @binding(0) var<uniform> call: Call;
@group(0) @binding(1) var<storage, read> points: array<vec2f>;
@group(0) @binding(2) var<storage, read> first: array<u32>;
@group(0) @binding(3) var<storage, read> second: array<u32>;
@group(0) @binding(4) var<storage, read> lambdas: array<f32>;
@group(0) @binding(5) var<storage, read> labels: array<f32>;
@group(0) @binding(6) var<storage, read_write> cells: array<atomic<u32>>;

@compute @workgroup_size(${mixWorkgroupSize})
fn main(@builtin(global_invocation_id) id: vec3u) {
  let example = id.y * call.stride + id.x;
  if (example >= call.count) {
    return;
  }
  let lambda = lambdas[example];
  let i = first[example];
  let j = second[example];
  let point = lambda * points[i] + (1.0 - lambda) * points[j];
  let column = floor((point.x - call.left) / (call.right - call.left) * f32(call.columns));
  let row = floor((point.y - call.start) / (call.end - call.start) * f32(call.rows));
  if (column < 0.0 || row < 0.0 || column >= f32(call.columns) || row >= f32(call.rows)) {
    return;
  }
  let cell = 3u * (u32(row) * call.columns + u32(column));
  let label = u32(round((lambda * labels[i] + (1.0 - lambda) * labels[j]) * ${labelUnit}.0));
  atomicAdd(&cells[cell], 1u);
  let low = atomicAdd(&cells[cell + 1u], label);
  if (low + label < low) {
    atomicAdd(&cells[cell + 2u], 1u);
  }
}
`;
