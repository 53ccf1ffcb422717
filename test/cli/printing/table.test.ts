import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { wrapped, printable, tableLines } from '../../../src/cli/printing/table.ts';

const COLUMNS = [
  { heading: 'Mã' },
  { heading: 'Họ và tên', folds: true as const },
  { heading: 'Tuổi', align: 'right' as const },
];

describe('a table', () => {
  test('aligns Vietnamese letters, composed or not', () => {
    const name = 'Nguyễn Thị Thương';
    const rows = [
      ['1', name.normalize('NFC'), '40'],
      ['2', name.normalize('NFD'), '5'],
      { section: 'Khối Đảng' },
      ['3', 'An', '100'],
    ];
    const lines = tableLines(COLUMNS, rows, undefined);
    expect(lines.map((line) => line.normalize('NFC'))).toEqual([
      'Mã  Họ và tên          Tuổi',
      '1   Nguyễn Thị Thương    40',
      '2   Nguyễn Thị Thương     5',
      'Khối Đảng',
      '3   An                  100',
    ]);
  });

  test('folds what may fold where the terminal is narrow', () => {
    expect(tableLines(COLUMNS, [['HD-1', 'Nguyễn Thị Thương', '40']], 22)).toEqual([
      'Mã    Họ và tên   Tuổi',
      'HD-1  Nguyễn Thị    40',
      '      Thương',
    ]);
  });

  test('lets no cell steer the terminal', () => {
    const [, line] = tableLines(
      [{ heading: 'x' }, { heading: 'y' }],
      [['a\u001B[2Jb', 'c\nd\u202Ee']],
      undefined,
    );
    expect(line).toBe('a [2Jb  c d e');
  });

  test('is never wider than the terminal, and loses no letter', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'ễ', 'ộ', 'Đ', ' '), maxLength: 40 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(word, word), { maxLength: 5 }),
        fc.integer({ min: 20, max: 60 }),
        (rows, width) => {
          const columns = [
            { heading: 'A', folds: true as const },
            { heading: 'B', folds: true as const },
          ];
          const lines = tableLines(columns, rows, width);
          const letters = (text: string): string => Array.from(text.replaceAll(' ', '')).toSorted().join('');
          expect(Math.max(...lines.map((line) => stringWidth(line)))).toBeLessThanOrEqual(width);
          expect(letters(lines.slice(1).join(''))).toBe(letters(rows.flat().join('')));
        },
      ),
    );
  });
});

test('fold parts text at spaces, and inside a word only where it must', () => {
  expect(wrapped('một hai ba bốn', 7)).toEqual(['một hai', 'ba bốn']);
  expect(wrapped('mộthaibabốn', 4)).toEqual(['mộth', 'aiba', 'bốn']);
  expect(wrapped('', 4)).toEqual(['']);
});

test('plainText leaves what people wrote', () => {
  expect(printable('Nguyễn “Văn” – A')).toBe('Nguyễn “Văn” – A');
});
