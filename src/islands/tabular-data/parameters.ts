import { alphaParameter } from '../../parameters/alpha-parameter.ts';
import { defineParameters } from '../../parameters/parameter.ts';

const choice = <V extends string>(...values: V[]) => values.map((value) => ({ value, name: value }));

/** What a reader can set in the re-run of Table 4. */
export const tabularDataParameters = defineParameters({
  data: {
    kind: 'choice',
    key: 'data',
    label: 'data',
    choices: [
      { value: 'iris', name: 'Iris' },
      { value: 'wine', name: 'Wine' },
      { value: 'breast-cancer', name: 'Breast cancer' },
      { value: 'abalone', name: 'Abalone' },
    ],
    default: 'iris',
  },
  epochs: {
    kind: 'choice',
    key: 'epochs',
    label: 'passes through the data',
    choices: choice('10', '30', '100'),
    default: '10',
  },
  alpha: alphaParameter(1),
  seeds: {
    kind: 'choice',
    key: 'seeds',
    label: 'number of splits',
    choices: choice('1', '8', '16', '32'),
    default: '32',
  },
});
