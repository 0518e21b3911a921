import type { Plan } from '../../../src/core/training/create-plan.ts';
import { memberPlanFields } from '../../../src/core/training/member-plan.ts';
import { planGlsl, planWgsl } from '../../../src/core/training/plan-programs.ts';

/*
 * Draws whole steps with the plan's programs, alone: first row, second row, lambda, and which of four pixels are the second partner's, of
 * every member, step and example, `[members, steps, batch, 4]` in float32, which holds them exactly.
 */

/** The first of four pixels that are looked at in an example, of pictures with 15. */
export const firstProbed = (example: number): number => Math.min(4 * (example % 4), 11);

/** The members' fields in the order of the programs, `[members, fields]`. */
const memberWords = ({ members }: Plan): Uint32Array<ArrayBuffer> =>
  Uint32Array.from(members.flatMap((member) => memberPlanFields.map((field) => member[field])));

type Run = (plan: Plan, steps: readonly number[]) => Promise<Float32Array>;

/** Makes the same thing only once. */
function once<Made>(make: (code: string) => Made): (code: string) => Made {
  const known = new Map<string, Made>();
  return (code) => {
    const made = known.get(code) ?? make(code);
    known.set(code, made);
    return made;
  };
}

/** With WebGPU, one program for each size of the batch. */
export async function openWgsl(): Promise<Run> {
  const adapter = await navigator.gpu.requestAdapter();
  const device = await (adapter as GPUAdapter).requestDevice();
  const compile = once((code: string) =>
    device.createComputePipelineAsync({
      layout: 'auto',
      compute: { module: device.createShaderModule({ code }), entryPoint: 'main' },
    }),
  );
  return (plan, steps) => runWgsl(device, compile, plan, steps);
}

async function runWgsl(
  device: GPUDevice,
  compile: (code: string) => Promise<GPUComputePipeline>,
  plan: Plan,
  steps: readonly number[],
): Promise<Float32Array> {
  const perMember = steps.length * plan.batch.size;
  const code = `
@group(0) @binding(0) var<storage, read> members: array<MemberPlan>;
@group(0) @binding(1) var<storage, read> table: array<f32>;
@group(0) @binding(2) var<storage, read> steps: array<u32>;
@group(0) @binding(3) var<storage, read_write> results: array<f32>;
${planWgsl(plan.batch, true)}
fn planNumber(index: u32) -> f32 {
  return table[index];
}

@compute @workgroup_size(64)
fn main(@builtin(global_invocation_id) id: vec3u) {
  if (id.x >= ${perMember}u) {
    return;
  }
  let member = members[id.y];
  let step = steps[id.x / ${plan.batch.size}u];
  let example = id.x % ${plan.batch.size}u;
  let place = placeAt(member, step * ${plan.batch.size}u + example);
  let into = 4u * (id.y * ${perMember}u + id.x);
  results[into] = f32(rowAt(member, place));
  results[into + 1u] = f32(secondRow(member, step, example, place));
  results[into + 2u] = lambdaAt(member, step, example);
  if (member.maskAt > 0u && mixesAt(member, step)) {
    results[into + 3u] = dot(select(vec4f(0.0), vec4f(1.0, 2.0, 4.0, 8.0), cutAt(member, step, example, min(4u * (example % 4u), 11u))), vec4f(1.0));
  }
}
`;
  const { STORAGE, COPY_DST, COPY_SRC, MAP_READ } = GPUBufferUsage;
  const upload = (data: Uint32Array<ArrayBuffer> | Float32Array<ArrayBuffer>): GPUBuffer => {
    const buffer = device.createBuffer({ size: data.byteLength, usage: STORAGE | COPY_DST });
    device.queue.writeBuffer(buffer, 0, data);
    return buffer;
  };
  const size = 16 * plan.members.length * perMember;
  const results = device.createBuffer({ size, usage: STORAGE | COPY_SRC });
  const staging = device.createBuffer({ size, usage: MAP_READ | COPY_DST });
  const pipeline = await compile(code);
  const bound = [
    upload(memberWords(plan)),
    upload(plan.table as Float32Array<ArrayBuffer>),
    upload(Uint32Array.from(steps)),
    results,
  ];
  const encoder = device.createCommandEncoder();
  const pass = encoder.beginComputePass();
  pass.setPipeline(pipeline);
  pass.setBindGroup(
    0,
    device.createBindGroup({
      layout: pipeline.getBindGroupLayout(0),
      entries: bound.map((buffer, binding) => ({ binding, resource: { buffer } })),
    }),
  );
  pass.dispatchWorkgroups(Math.ceil(perMember / 64), plan.members.length);
  pass.end();
  encoder.copyBufferToBuffer(results, 0, staging, 0, size);
  device.queue.submit([encoder.finish()]);
  await staging.mapAsync(GPUMapMode.READ);
  return new Float32Array(staging.getMappedRange().slice(0));
}

/** With WebGL, one program for each size of the batch. */
export function openGlsl(): Promise<Run> {
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2') as WebGL2RenderingContext;
  gl.getExtension('EXT_color_buffer_float');
  const link = once((code: string) => linkProgram(gl, code));
  return Promise.resolve((plan, steps) => Promise.resolve(runGlsl(gl, link, plan, steps)));
}

/** A texel for each step and example, in as many lines as it takes, one member after another. */
function runGlsl(
  gl: WebGL2RenderingContext,
  link: (code: string) => WebGLProgram,
  plan: Plan,
  steps: readonly number[],
): Float32Array {
  const { members, batch, table } = plan;
  const perMember = steps.length * batch.size;
  // Textures have at most 8,192 columns on many devices.
  const columns = 4096;
  const rowsOfMember = Math.ceil(perMember / columns);
  const program = link(
    `#version 300 es
precision highp float;
precision highp int;
precision highp sampler2D;
precision highp usampler2D;
uniform sampler2D table;
uniform usampler2D members;
uniform usampler2D steps;
out vec4 result;
float planNumber(uint index) {
  return texelFetch(table, ivec2(int(index) % ${columns}, int(index) / ${columns}), 0).r;
}
${planGlsl(batch, true)}
void main() {
  uint m = uint(gl_FragCoord.y) / ${rowsOfMember}u;
  uint item = uint(gl_FragCoord.x) + ${columns}u * (uint(gl_FragCoord.y) % ${rowsOfMember}u);
  uint example = item % ${batch.size}u;
  uint step = texelFetch(steps, ivec2(min(int(item / ${batch.size}u), ${steps.length - 1}), 0), 0).r;
  MemberPlan member = MemberPlan(${memberPlanFields.map((_, k) => `texelFetch(members, ivec2(${k}, m), 0).r`).join(', ')});
  uint place = placeAt(member, step * ${batch.size}u + example);
  vec4 cut = vec4(0.0);
  if (member.maskAt > 0u && mixesAt(member, step)) cut = vec4(cutAt(member, step, example, min(4u * (example % 4u), 11u)));
  float bits = dot(cut, vec4(1.0, 2.0, 4.0, 8.0));
  result = vec4(rowAt(member, place), secondRow(member, step, example, place), lambdaAt(member, step, example), bits);
}`,
  );
  gl.useProgram(program);
  const padded = new Float32Array(columns * Math.ceil(table.length / columns));
  padded.set(table);
  bindTexture(gl, program, 'table', 0, columns, padded);
  bindTexture(gl, program, 'members', 1, memberPlanFields.length, memberWords(plan));
  bindTexture(gl, program, 'steps', 2, steps.length, Uint32Array.from(steps));
  const height = members.length * rowsOfMember;
  gl.activeTexture(gl.TEXTURE3);
  const target = gl.createTexture();
  gl.bindTexture(gl.TEXTURE_2D, target);
  gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA32F, columns, height);
  gl.bindFramebuffer(gl.FRAMEBUFFER, gl.createFramebuffer());
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, target, 0);
  gl.viewport(0, 0, columns, height);
  gl.drawArrays(gl.TRIANGLES, 0, 3);
  const texels = new Float32Array(4 * columns * height);
  gl.readPixels(0, 0, columns, height, gl.RGBA, gl.FLOAT, texels);
  const results = new Float32Array(4 * members.length * perMember);
  members.forEach((_, m) => {
    const start = 4 * m * rowsOfMember * columns;
    results.set(texels.subarray(start, start + 4 * perMember), 4 * m * perMember);
  });
  return results;
}

function linkProgram(gl: WebGL2RenderingContext, fragment: string): WebGLProgram {
  const program = gl.createProgram();
  const vertex = `#version 300 es
void main() {
  gl_Position = vec4(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0, 0.0, 1.0);
}`;
  for (const [type, source] of [
    [gl.VERTEX_SHADER, vertex],
    [gl.FRAGMENT_SHADER, fragment],
  ] as const) {
    const shader = gl.createShader(type) as WebGLShader;
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    if (!gl.getShaderParameter(shader, gl.COMPILE_STATUS)) throw new Error(gl.getShaderInfoLog(shader) ?? 'no log');
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) throw new Error(gl.getProgramInfoLog(program) ?? 'no log');
  return program;
}

function bindTexture(
  gl: WebGL2RenderingContext,
  program: WebGLProgram,
  name: string,
  unit: number,
  width: number,
  data: Float32Array | Uint32Array,
): void {
  const isFloat = data instanceof Float32Array;
  gl.activeTexture(gl.TEXTURE0 + unit);
  gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
  gl.texStorage2D(gl.TEXTURE_2D, 1, isFloat ? gl.R32F : gl.R32UI, width, data.length / width);
  gl.texSubImage2D(
    gl.TEXTURE_2D,
    0,
    0,
    0,
    width,
    data.length / width,
    isFloat ? gl.RED : gl.RED_INTEGER,
    isFloat ? gl.FLOAT : gl.UNSIGNED_INT,
    data,
  );
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
  gl.uniform1i(gl.getUniformLocation(program, name), unit);
}
