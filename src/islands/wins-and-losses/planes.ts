import type { Corner } from '../../figures/chart/compact-path.ts';
import { boxSide } from '../../figures/chart/compact-path.ts';
import { fieldBands } from '../../figures/plane/field-bands.ts';
import { bandColors, confidenceThresholds } from '../../figures/plane/surface-bands.ts';
import { pictureGrid, trainingSetOf, type Crossing, type PlanePicture } from '../../studies/plane-pictures.ts';
import { unpackShares } from '../../studies/pack-shares.ts';
import type { PlaneProblemName } from '../../studies/wins-and-losses.ts';
import { bakedFile } from '../kit/baked/baked-results.ts';

/** What is pictured of one problem, as computed in advance. */
export function bakedPlane(problem: PlaneProblemName): PlanePicture {
  const planes = bakedFile('wins-and-losses-planes')['planes'] as Readonly<Record<PlaneProblemName, PlanePicture>>;
  return planes[problem];
}

/** The bands of a surface as paths with their colors, in the drawing box; the first color is that of what they leave. */
export function surfacePaths(packed: string): { ground: string; bands: { path: string; color: string }[] } {
  const { cells } = pictureGrid;
  const [ground, ...colors] = bandColors(confidenceThresholds);
  const bands = fieldBands(unpackShares(packed), cells, cells, confidenceThresholds);
  return {
    ground: ground as string,
    bands: bands.flatMap(({ path }, k) => (path ? [{ path, color: colors[k] as string }] : [])),
  };
}

/** The training examples of each class as path data: marks of no length, whose caps are drawn. */
export function pointPaths(problem: PlaneProblemName, seed: number): readonly [string, string] {
  const { inputs, labels } = trainingSetOf(problem, seed);
  const paths: [string, string] = ['', ''];
  labels.forEach((label, row) => {
    const [x, y] = cornerOf([inputs[2 * row] as number, inputs[2 * row + 1] as number]);
    paths[label === 1 ? 1 : 0] += `M${Math.round(x)} ${Math.round(y)}h0`;
  });
  return paths;
}

/** Segments and their stretches that ask for the wrong class, as path data. */
export function crossingPaths(crossings: readonly Crossing[]): { segments: string; wrong: string } {
  const line = ([x, y]: Corner, [toX, toY]: Corner): string =>
    `M${Math.round(x)} ${Math.round(y)}L${Math.round(toX)} ${Math.round(toY)}`;
  return {
    segments: crossings.map(({ from, to }) => line(cornerOf(from), cornerOf(to))).join(''),
    wrong: crossings
      .flatMap(({ from, to, wrong }) =>
        wrong.map((ends) => ends.map((share) => between(from, to, share)) as [Corner, Corner]),
      )
      .map(([start, end]) => line(cornerOf(start), cornerOf(end)))
      .join(''),
  };
}

/** A place of the plane in the drawing box. */
export function cornerOf([x, y]: readonly [number, number]): Corner {
  const { least, greatest } = pictureGrid;
  const share = (value: number): number => (value - least) / (greatest - least);
  return [boxSide * share(x), boxSide * (1 - share(y))];
}

const between = (from: Corner, to: Corner, share: number): Corner => [
  from[0] + share * (to[0] - from[0]),
  from[1] + share * (to[1] - from[1]),
];
