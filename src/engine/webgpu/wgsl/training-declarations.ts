import { normalQuantileCount } from '../../../core/random/noise.ts';
import type { KernelShape } from '../kernel-shape.ts';

/** The bindings of group 0 that the training program of a shape has; each holds what its name says. */
export const trainingBindings = {
  run: 0,
  members: 1,
  inputs: 2,
  labels: 3,
  plan: 4,
  parameters: 5,
  firstMoments: 6,
  secondMoments: 7,
  values: 8,
  normalQuantiles: 9,
} as const;

/** Fields of the uniform `Run`, in order, each a `u32`: what changes from dispatch to dispatch. */
export const runFields = [
  'steps',
  'firstStep',
  'firstMember',
  'orders',
  'partners',
  'lambdas',
  'corrections',
  'partnersAt',
  'lambdasAt',
  'correctionsAt',
] as const;

/** Fields of one `Member`, in order, four bytes each. */
export const memberFields = {
  integers: [
    'noiseKey',
    'order',
    'partner',
    'lambda',
    'labels',
    'mixesInputs',
    'mixesLabels',
    'mixingLayer',
    'dropoutThreshold',
    'correction',
  ],
  floats: [
    'keepScale',
    'inputNoise',
    'labelSmoothing',
    'learningRate',
    'weightDecay',
    'momentum',
    'beta1',
    'beta1Rest',
    'beta2',
    'beta2Rest',
    'epsilon',
  ],
} as const;

/** Structures, bindings and shared memory of the training program. */
export function trainingDeclarations(shape: KernelShape): string {
  const { padded, optimizer, inputNoise, placement, values, workgroupSize } = shape;
  const bind = (name: keyof typeof trainingBindings, declaration: string): string =>
    `@group(0) @binding(${trainingBindings[name]}) ${declaration}`;
  return [
    structure('Run', { integers: runFields, floats: [] }),
    structure('Member', memberFields),
    workStructure,
    bind('run', 'var<uniform> run: Run;'),
    bind('members', 'var<storage, read> members: array<Member>;'),
    bind('inputs', 'var<storage, read> inputs: array<vec4f>;'),
    bind('labels', 'var<storage, read> labels: array<u32>;'),
    bind('plan', 'var<storage, read> plan: array<u32>;'),
    bind('parameters', 'var<storage, read_write> parameters: array<vec4f>;'),
    bind('firstMoments', 'var<storage, read_write> firstMoments: array<vec4f>;'),
    ...(optimizer === 'adam' ? [bind('secondMoments', 'var<storage, read_write> secondMoments: array<vec4f>;')] : []),
    placement === 'workgroup'
      ? `var<workgroup> values: array<vec4f, ${values.quads}>;`
      : bind('values', 'var<storage, read_write> values: array<vec4f>;'),
    ...(inputNoise
      ? [bind('normalQuantiles', `var<uniform> normalQuantiles: array<vec4f, ${normalQuantileCount / 4}>;`)]
      : []),
    `
const workgroupSize = ${workgroupSize}u;
const batch = ${shape.batch}u;
/// The batch rounded up to whole tiles of four.
const batchRows = ${shape.rows}u;
const inputQuads = ${padded.quads[0] as number}u;
`,
  ].join('\n');
}

function structure(
  name: string,
  fields: { readonly integers: readonly string[]; readonly floats: readonly string[] },
): string {
  return `struct ${name} {\n${fields.integers.map((field) => `  ${field}: u32,\n`).join('')}${fields.floats.map((field) => `  ${field}: f32,\n`).join('')}}\n`;
}

const workStructure = `/// What one thread needs to know in one step.
struct Work {
  thread: u32,
  /// First quad of the member's parameters and moments.
  parameters: u32,
  /// First quad of the member's values.
  values: u32,
  /// Steps before this one.
  step: u32,
  /// Where the plan of this step and member begins.
  order: u32,
  partner: u32,
  lambda: u32,
  /// Where Adam's bias corrections for this step are.
  corrections: u32,
}
`;
