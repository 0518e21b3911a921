import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { digitSide, scaleDigits } from '../../../../src/core/data/digits.ts';
import { parseTable } from '../../../../src/core/data/table.ts';
import { expectSome } from '../../../expect-some.ts';

const file = (name: string): string =>
  readFileSync(new URL(`../../../../public/data/${name}.csv`, import.meta.url), 'utf8');

describe('a table', () => {
  test('is read with its names, whatever the line ends', () => {
    const text = '\uFEFFwidth,height,label\r\n1,2.5,cat\r\n-3e-1, .5 ,dog\r\n4,5,cat\r\n\r\n';
    expect(parseTable(text, 'pets.csv')).toEqual({
      inputs: Float32Array.of(1, 2.5, -0.3, 0.5, 4, 5),
      labels: Uint8Array.of(0, 1, 0),
      classes: 2,
      width: 2,
      columns: ['width', 'height'],
      classNames: ['cat', 'dog'],
    });
  });

  test('numbers its classes in order, however rows are sorted', () => {
    expect(parseTable('x,label\n1,10\n2,9\n3,1\n', 'a').classNames).toEqual(['1', '9', '10']);
    expect(parseTable('x,label\n1,pear\n2,Fig\n3,apple\n', 'a').classNames).toEqual(['Fig', 'apple', 'pear']);
  });

  test.each([
    ['iris', 150, 4, 3],
    ['wine', 178, 13, 3],
    ['breast-cancer', 569, 30, 2],
    ['abalone', 4177, 10, 28],
    ['vowels', 990, 10, 11],
    ['digits', 1797, 64, 10],
  ])('reads %s.csv as shipped: %d rows, %d columns, %d classes', (name, rows, width, classes) => {
    const table = parseTable(file(name), name);
    expect([table.labels.length, table.width, table.classes]).toEqual([rows, width, classes]);
    expect(table.inputs).toHaveLength(rows * width);
    expect(table.columns).toHaveLength(width);
    const slow = file(name)
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.split(','));
    expectSome(slow, 'rows').forEach((cells, row) => {
      expect(table.classNames[table.labels[row] as number]).toBe(cells.at(-1));
      expect(table.inputs[row * width + width - 1]).toBe(Math.fround(parseFloat(cells.at(-2) as string)));
    });
  });

  test.each([
    ['', 't.csv, line 1: expected a header of column names that ends with "label", got "".'],
    ['a,b\n1,x', 't.csv, line 1: expected a header of column names that ends with "label", got "a,b".'],
    ['label\nx', 't.csv, line 1: expected a header'],
    ['a,,label\n1,2,x', 't.csv, line 1: column 2 has no name.'],
    ['a,a,label\n1,2,x', 't.csv, line 1: column 2 repeats the name "a".'],
    ['a,label,label\n1,2,x', 't.csv, line 1: column 2 is named "label", which only the last may be.'],
    ['a,label', 't.csv, line 2: expected rows below the header, got none.'],
    ['a,b,label\n1,2,x\n1,x', 't.csv, line 3: expected 3 cells, got 2.'],
    ['a,label\n1,x\n\n2,y', 't.csv, line 3: expected 2 cells, got 1.'],
    ['a,b,label\n1,two,x', 't.csv, line 2: column 2 ("b"): expected a number in the range of float32, got "two".'],
    ['a,label\n,x', 'column 1 ("a"): expected a number in the range of float32, got "".'],
    ['a,label\n0x10,x', 'got "0x10"'],
    ['a,label\nNaN,x', 'got "NaN"'],
    ['a,label\n1e39,x', 'got "1e39"'],
    ['a,label\n"1",x', 'got ""1""'],
    ['a,label\n1,', 't.csv, line 2: column 2 ("label"): expected the name of a class, got nothing.'],
    ['a,label\n1,x\n2,x', 't.csv: expected 2 to 256 classes in column "label", got 1.'],
  ])('with a fault is refused, and the fault is named: %j', (text, message) => {
    expect(() => parseTable(text, 't.csv')).toThrow(message);
  });
});

describe('digits', () => {
  test('are scaled from 0..16 to 0..1', () => {
    const table = parseTable(file('digits'), 'digits.csv');
    const scaled = scaleDigits(table);
    expect(digitSide).toBe(8);
    expect(scaled.classNames).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
    expect(scaled.inputs.map((value) => value * 16)).toEqual(table.inputs);
    expect(scaled.inputs.reduce((a, b) => Math.max(a, b), 0)).toBe(1);
  });

  test('of another size or brightness are refused', () => {
    const digit = { inputs: new Float32Array(64), labels: Uint8Array.of(1), classes: 10, width: 64 };
    expect(() => scaleDigits({ ...digit, inputs: new Float32Array(63) })).toThrow(
      'table.inputs: expected 64 pixels, 64 for each label, got 63.',
    );
    expect(() => scaleDigits({ ...digit, inputs: new Float32Array(64).fill(17) })).toThrow(
      'table.inputs: expected numbers from 0 to 16, got 17 at index 0.',
    );
  });
});
