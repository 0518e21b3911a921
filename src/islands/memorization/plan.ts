import type { ResultsEntry } from '../kit/rerun/rerun-plan.ts';

/** How the re-run stands on the page of results: as a link, since its figure has a shape of its own. */
export const results: ResultsEntry = {
  beside: 'corrupted-labels',
  title: 'Here: random labels learned by heart',
  files: ['memorization'],
};
