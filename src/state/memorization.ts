import { defineParameters } from './parameter.ts';

/** How many seeds a reader can run: few while one watches, as many as were computed in advance at most. */
export const memorizationSeeds = [4, 8, 16] as const;

/** Everything a reader can set in the figure "Learning by heart". */
export const memorizationParameters = defineParameters({
  share: {
    kind: 'choice',
    key: 'share',
    label: 'random labels',
    choices: [
      { value: '0', name: 'none' },
      { value: '50', name: '50 %' },
      { value: '100', name: 'all' },
    ],
    default: '100',
  },
  seeds: {
    kind: 'choice',
    key: 'seeds',
    label: 'seeds',
    choices: memorizationSeeds.map((count) => ({ value: String(count), name: String(count) })),
    default: '8',
  },
});
