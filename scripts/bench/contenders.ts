/** The pages that are built, each with only the code of its own contenders, as a site using them would be. */
export type PageName = 'engines' | 'layers' | 'autodiff' | 'jax';

export type ContenderName =
  'webgpu' | 'webgl' | 'cpu' | 'layers-webgl' | 'layers-cpu' | 'autodiff-webgl' | 'autodiff-cpu' | 'jax-webgpu';

/** Something that trains: one of the project's engines, or TensorFlow.js used in one of the ways it offers. */
export interface ContenderInfo {
  readonly name: ContenderName;
  readonly label: string;
  readonly page: PageName;
  /** Start of the file name of the script that holds its code. */
  readonly script: string;
  /** Whether all members train in the same calls; the others train one model after another. */
  readonly batchesMembers: boolean;
}

/** All contenders, in the order of the tables. */
export const contenders: readonly ContenderInfo[] = [
  { name: 'webgpu', label: 'webgpu engine', page: 'engines', script: 'webgpu-engine', batchesMembers: true },
  { name: 'webgl', label: 'webgl engine', page: 'engines', script: 'webgl-engine', batchesMembers: true },
  { name: 'cpu', label: 'cpu engine', page: 'engines', script: 'cpu-engine', batchesMembers: true },
  {
    name: 'layers-webgl',
    label: 'tfjs-layers, WebGL',
    page: 'layers',
    script: 'layers-webgl',
    batchesMembers: false,
  },
  { name: 'layers-cpu', label: 'tfjs-layers, CPU', page: 'layers', script: 'layers-cpu', batchesMembers: false },
  {
    name: 'autodiff-webgl',
    label: 'tfjs-core autodiff, WebGL',
    page: 'autodiff',
    script: 'autodiff-webgl',
    batchesMembers: true,
  },
  {
    name: 'autodiff-cpu',
    label: 'tfjs-core autodiff, CPU',
    page: 'autodiff',
    script: 'autodiff-cpu',
    batchesMembers: true,
  },
  { name: 'jax-webgpu', label: 'jax-js, WebGPU', page: 'jax', script: 'jax-webgpu', batchesMembers: true },
];

/**
 * A contender by its name.
 *
 * @throws RangeError if there is none of this name
 */
export function contenderInfo(name: string): ContenderInfo {
  const info = contenders.find((contender) => contender.name === name);
  if (info) return info;
  throw new RangeError(`No contender is called "${name}"; there are ${contenders.map((c) => c.name).join(', ')}.`);
}
