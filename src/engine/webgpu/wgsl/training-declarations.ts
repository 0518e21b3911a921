import { normalQuantileCount } from '../../../core/random/normal-quantiles.ts';
import { permutationShape } from '../../../core/random/permutation-shape.ts';
import { memberPlanFields } from '../../../core/training/member-plan.ts';
import { planWgsl } from '../../../core/training/plan-programs.ts';
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
export const runFields = ['steps', 'firstStep', 'firstMember', 'corrections', 'correctionsAt'] as const;

/** Fields of one `Member`, in order, four bytes each; those of its plan make up a structure `plan`. */
export const memberFields = {
  plan: memberPlanFields,
  integers: ['noiseKey', 'labels', 'mixesInputs', 'mixesLabels', 'mixingLayer', 'dropoutThreshold', 'correction'],
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
    structure(
      'Run',
      runFields.map((field) => `${field}: u32`),
    ),
    planWgsl(permutationShape(shape.batch), shape.cuts),
    planFunctions,
    structure('Member', [
      'plan: MemberPlan',
      ...memberFields.integers.map((field) => `${field}: u32`),
      ...memberFields.floats.map((field) => `${field}: f32`),
    ]),
    workStructure,
    bind('run', 'var<uniform> run: Run;'),
    bind('members', 'var<storage, read> members: array<Member>;'),
    bind('inputs', 'var<storage, read> inputs: array<vec4f>;'),
    bind('labels', 'var<storage, read> labels: array<u32>;'),
    bind('plan', 'var<storage, read> plan: array<f32>;'),
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

function structure(name: string, fields: readonly string[]): string {
  return `struct ${name} {\n${fields.map((field) => `  ${field},\n`).join('')}}\n`;
}

const planFunctions = `
/// A number of the plan's table.
fn planNumber(index: u32) -> f32 {
  return plan[index];
}

/// The random word that decides about one unit.
fn hashWord(key: u32, step: u32, unit: u32) -> u32 {
  return hash3(key, step, unit).x;
}
`;

const workStructure = `/// What one thread needs to know in one step.
struct Work {
  thread: u32,
  /// First quad of the member's parameters and moments.
  parameters: u32,
  /// First quad of the member's values.
  values: u32,
  /// Steps before this one.
  step: u32,
  /// Where Adam's bias corrections for this step are.
  corrections: u32,
}
`;
