import type { Place } from '../../figures/plane/surface-point.ts';
import type { ErmVsMixupDemo } from './demo.svelte.ts';
import { pointEdits } from './training-points.ts';

/** What the pointer does to examples while it changes them. */
export class PointTool {
  /** The class of an example that a press adds. */
  brush = $state<0 | 1>(0);
  /** Position of the example chosen. */
  chosen = $state<number>();
  /** What was done, for who does not see it. */
  said = $state('');

  readonly #demo: ErmVsMixupDemo;

  constructor(demo: ErmVsMixupDemo) {
    this.#demo = demo;
  }

  move(position: number, x: number, y: number): void {
    const point = this.#demo.training[position];
    if (point) this.#demo.edit(pointEdits.move(point, x, y));
  }

  add({ x, y }: Place, label: 0 | 1 = this.brush): void {
    this.chosen = this.#demo.training.length;
    this.#demo.edit(pointEdits.add(this.#demo.training, x, y, label));
  }

  remove(position: number): void {
    const point = this.#demo.training[position];
    if (point && this.#demo.training.length > 2) this.#demo.edit(pointEdits.remove(point));
  }

  /** Removes the example chosen, if one is. */
  removeChosen(): void {
    if (this.chosen === undefined) return;
    this.remove(this.chosen);
    this.said = `Removed point ${this.chosen + 1}.`;
    this.chosen = undefined;
  }
}
