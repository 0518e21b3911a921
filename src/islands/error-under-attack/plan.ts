import type { ResultsEntry } from '../kit/rerun/rerun-plan.ts';

/** How the re-run stands on the page of results: as a link, since its figure has a shape of its own. */
export const results: ResultsEntry = {
  beside: 'adversarial-examples',
  title: 'Here: attacks on networks that read digits',
  files: ['adversarial', 'adversarial-strong'],
};
