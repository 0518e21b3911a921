import type { KernelShape } from '../kernel-shape.ts';
import { activationFunctions } from './activation.ts';
import { backwardPhase } from './backward-phase.ts';
import { crossEntropyFunctions } from './cross-entropy.ts';
import { drawPhase } from './draw-phase.ts';
import { forwardPhase } from './forward-phase.ts';
import { gatherPhase } from './gather-phase.ts';
import { lossPhase } from './loss-phase.ts';
import { trainingDeclarations } from './training-declarations.ts';
import { unitNoiseFunctions } from './unit-noise.ts';
import { updatePhase } from './update-phase.ts';

/**
 * The WGSL program that trains members for `run.steps` steps: one workgroup for each member, all steps in one dispatch.
 * A step is a row of phases with a barrier after each; which phases run depends on nothing but the shape.
 */
export function trainingProgram(shape: KernelShape): string {
  const { network, layers } = shape.padded;
  const last = layers.length;
  const layerNumbers = layers.map((_, index) => index + 1);
  const hidden = layerNumbers.slice(0, -1).reverse();
  return [
    `// Trains ${network.sizes.join('-')} (${network.activation}), batch ${shape.batch}, ${shape.optimizer}; values in ${shape.placement} memory.\n`,
    trainingDeclarations(shape),
    unitNoiseFunctions(shape),
    activationFunctions(network.activation),
    crossEntropyFunctions(network.sizes[last] as number),
    drawPhase(shape),
    gatherPhase(shape),
    ...layerNumbers.map((l) => forwardPhase(shape, l)),
    lossPhase(shape),
    ...hidden.map((l) => backwardPhase(shape, l)),
    updatePhase(shape),
    mainFunction(
      shape,
      [
        'gatherInputs',
        ...layerNumbers.map((l) => `forward${l}`),
        'lossGradient',
        // The deltas of the layer before may lie where what this update reads was.
        ...hidden.flatMap((l) => [`backward${l}`, ...(shape.values.reuses ? [`update${l + 1}`] : [])]),
      ],
      shape.values.reuses ? [1] : layerNumbers,
    ),
  ].join('');
}

/** @param updated the layers whose updates end a step, side by side */
function mainFunction(
  { padded, placement, values }: KernelShape,
  phases: readonly string[],
  updated: readonly number[],
): string {
  const barrier = placement === 'workgroup' ? 'workgroupBarrier();' : 'storageBarrier();';
  // Updates read neither the pairs of this step nor those of the next, which threads without parameters to update draw meanwhile.
  // The next step reads the parameters that this one wrote, and overwrites the values that this one read: each kind of memory
  // has a barrier of its own.
  const stepBarrier = placement === 'workgroup' ? 'workgroupBarrier();\n    storageBarrier();' : 'storageBarrier();';
  return `
@compute @workgroup_size(workgroupSize)
fn main(@builtin(workgroup_id) workgroup: vec3u, @builtin(local_invocation_index) thread: u32) {
  let index = run.firstMember + workgroup.x;
  let member = members[index];
  var work: Work;
  work.thread = thread;
  work.parameters = index * ${padded.parameterQuads}u;
  work.values = ${placement === 'workgroup' ? '0u' : `workgroup.x * ${values.quads}u`};
  work.step = run.firstStep;
  drawPairs(work, member);
  ${barrier}
  for (var s = 0u; s < run.steps; s++) {
    work.corrections = run.correctionsAt + 2u * (s * run.corrections + member.correction);
${phases.map((phase) => `    ${phase}(work, member);\n    ${barrier}\n`).join('')}${updated.map((l) => `    update${l}(work, member);\n`).join('')}    work.step++;
    drawPairs(work, member);
    ${stepBarrier}
  }
}
`;
}
