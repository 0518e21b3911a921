import { expect, test } from 'vitest';
import { toCsv } from '../../../../src/figures/table/csv.ts';
import { tableText } from '../../../../src/figures/table/table-text.ts';

test('toCsv follows RFC 4180: CRLF, and quotes around commas, quotes and line ends', () => {
  const csv = toCsv({
    columns: ['method', 'error, %'],
    rows: [
      ['say "both"', 1 / 3],
      ['two\nlines', -2],
    ],
  });
  expect(csv).toBe('method,"error, %"\r\n"say ""both""",0.3333333333333333\r\n"two\nlines",-2\r\n');
});

test('tableText gives a column the decimals that its largest number needs, and leaves whole numbers whole', () => {
  const rows = [
    [0, 50, 0.00123, 'ERM'],
    [25, 46.01234, -0.01, 'mixup'],
  ];
  expect(tableText({ columns: ['step', 'error', 'loss', 'method'], rows })).toEqual([
    ['0', '50.00', '0.00123', 'ERM'],
    ['25', '46.01', '−0.01000', 'mixup'],
  ]);
});

test('tableText writes what is not finite as it is', () => {
  expect(tableText({ columns: ['loss'], rows: [[NaN], [0.5]] })).toEqual([['NaN'], ['0.5000']]);
});

test('toCsv says that it is UTF-8 where letters beyond ASCII would otherwise be garbled, and nowhere else', () => {
  expect(toCsv({ columns: ['α', 'error'], rows: [[1, 2]] })).toBe('\ufeffα,error\r\n1,2\r\n');
  expect(toCsv({ columns: ['alpha'], rows: [['±']] }).charCodeAt(0)).toBe(0xfeff);
  expect(toCsv({ columns: ['alpha', 'error'], rows: [[1, 2]] })).toBe('alpha,error\r\n1,2\r\n');
});
