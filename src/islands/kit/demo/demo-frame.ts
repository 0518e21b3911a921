import { createContext, type ComponentProps } from 'svelte';
import type DemoFooter from './DemoFooter.svelte';

/** What a demo's frame hands to its dock, which keeps it in its sheet. */
interface FrameOfDock {
  readonly id: string;
  readonly badge: ComponentProps<typeof DemoFooter>['badge'];
  /** Set by the dock as it is made: the frame then has no foot of its own. */
  docked: boolean;
}

export const [frameOfDock, setFrameOfDock] = createContext<FrameOfDock>();
