import { createPlan } from '../../core/training/create-plan.ts';
import { draw } from '../../core/training/draw.ts';
import type { SurfacePoint } from '../../figures/plane/surface-point.ts';
import { methods, protocol, type Experiment } from './experiment.ts';
import type { Method } from './reading.ts';

/** One example of a mini-batch as a network sees it, and the two it is made of. */
export interface Seen {
  readonly blend: SurfacePoint;
  readonly from: readonly [SurfacePoint, SurfacePoint];
}

/** What both networks see in one step of an experiment: the run's own draws. @param step steps before this one */
export function miniBatch(experiment: Experiment, step: number): Record<Method, readonly Seen[]> {
  const plan = createPlan(experiment.ensemble);
  const seenBy = (member: number): Seen[] =>
    Array.from({ length: protocol.batch }, (_, n) => {
      const { first, second, lambda } = draw(plan, member, step, n);
      const [i, j] = [experiment.training[first], experiment.training[second]] as [SurfacePoint, SurfacePoint];
      const mix = (key: 'x' | 'y' | 'label'): number => lambda * i[key] + (1 - lambda) * j[key];
      return { from: [i, j], blend: { x: mix('x'), y: mix('y'), label: mix('label') } };
    });
  const [erm, mixup] = methods.map((_, member) => seenBy(member)) as [Seen[], Seen[]];
  return { erm, mixup };
}
