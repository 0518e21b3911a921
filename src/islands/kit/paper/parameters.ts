import { defineParameters } from '../../../parameters/parameter.ts';

/** What a reader can set in a chart of the paper's numbers: the row that is read out. */
export function paperChartParameters(rows: readonly { readonly key: string; readonly name: string }[], start: string) {
  return defineParameters({
    row: {
      kind: 'choice',
      key: 'row',
      label: 'row',
      choices: rows.map(({ key, name }) => ({ value: key, name })),
      default: start,
    },
  });
}
