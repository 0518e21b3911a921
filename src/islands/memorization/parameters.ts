import { defineParameters } from '../../parameters/parameter.ts';

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
    choices: [
      { value: '2', name: '2' },
      { value: '4', name: '4' },
      { value: '8', name: '8' },
      { value: '16', name: '16' },
    ],
    default: '8',
  },
  /** Whether the reader runs it: an address that says so starts a run. */
  shown: {
    kind: 'choice',
    key: 'run',
    label: 'what is shown',
    choices: [
      { value: 'advance', name: 'computed in advance' },
      { value: 'here', name: 'run here' },
    ],
    default: 'advance',
  },
});
