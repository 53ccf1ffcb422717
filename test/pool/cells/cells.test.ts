import { describe, expect, it } from 'vitest';
import {
  booleanCell,
  choiceCell,
  dateCell,
  numberCell,
  openCell,
  textCell,
  type Cell,
} from '../../../src/pool/cells/cells.ts';
import { isoText } from '../../../src/pool/cells/civil-date.ts';
import { columnNamed } from '../../../src/pool/synonyms.ts';
import { describeProblem, isProblem } from '../../../src/words/problem.ts';
import { valueWord } from '../../../src/words/vi/facts.ts';

/** The value, `missing`, or the code of the problem. */
function outcome<Value>(cell: Cell<Value>): Value | string {
  if (cell.is === 'value') return cell.value;
  return cell.is === 'missing' ? 'missing' : cell.fault({ file: 'f' }).code;
}

function date(raw: string): string {
  const cell = dateCell(raw);
  return cell.is === 'value' ? isoText(cell.value) : String(outcome(cell));
}

describe('a cell', () => {
  it('is missing where it is blank', () => {
    for (const blank of ['', ' ', '\t', '\u00A0', '\r\n']) {
      for (const read of [textCell, booleanCell, numberCell, dateCell])
        expect(read(blank).is).toBe('missing');
    }
  });

  it.each([
    ['1980-05-17', '1980-05-17'],
    ['1980-5-7', '1980-05-07'],
    ['1980/05/17', '1980-05-17'],
    ['1980-05-17T00:00:00.000Z', '1980-05-17'],
    ['1980-05-17 00:00', '1980-05-17'],
    ['1980-05-17T17:00:00Z', 'pool.bad-date'],
    ['1980-05/17', 'pool.bad-date'],
    ['17/05/1980', '1980-05-17'],
    ['7/5/1980', '1980-05-07'],
    ['17.05.1980', '1980-05-17'],
    ['17-05-1980', '1980-05-17'],
    ['1980-05', '1980-05'],
    ['05/1980', '1980-05'],
    ['5/1980', '1980-05'],
    [' 1980 ', '1980'],
    ['29/02/2000', '2000-02-29'],
    ['31/02/1980', 'pool.impossible-date'],
    ['29/02/1900', 'pool.impossible-date'],
    ['1980-13', 'pool.impossible-date'],
    ['1980-00-10', 'pool.impossible-date'],
    ['0/5/1980', 'pool.impossible-date'],
    ['05/13/1980', 'pool.impossible-date'],
    ['17/05/80', 'pool.bad-date'],
    ['17/05-1980', 'pool.bad-date'],
    ['May 1980', 'pool.bad-date'],
    ['29358', '1980-05-17'],
    ['1080-05-17', 'pool.distant-date'],
    ['2999', 'pool.distant-date'],
  ])('of a date %s is %s', (raw, expected) => {
    expect(date(raw)).toBe(expected);
  });

  it.each([
    ['8.5', 8.5, 1],
    ['8,5', 8.5, 1],
    ['-3', -3, 0],
    ['+4', 4, 0],
    ['007', 7, 0],
    ['8.50', 8.5, 1],
    ['8.0000', 8, 0],
    ['0.500', 0.5, 1],
    ['1234.500', 1234.5, 1],
    ['0,125', 0.125, 3],
    ['1.125', 1.125, 3],
    ['-0', 0, 0],
  ])('of a number %s is %d with %d decimals', (raw, value, decimals) => {
    expect(outcome(numberCell(raw))).toEqual({ value, decimals });
  });

  it.each([
    '1e999',
    '1e3',
    'NaN',
    'Infinity',
    '0x10',
    '1_000',
    '1 000',
    '8.5.1',
    '1,234,567',
    '.5',
    '5.',
    '٣',
    '1'.repeat(16),
  ])('of a number refuses %s', (raw) => {
    expect(outcome(numberCell(raw))).toBe('pool.bad-number');
  });

  it.each([
    ['1,234', '1234', '1.234'],
    ['-1,234', '-1234', '-1.234'],
    ['9.000', '9000', '9'],
    ['12.500', '12500', '12.5'],
  ])('of a number refuses %s, which half of the readers take for %s', (raw, thousands, decimal) => {
    const cell = numberCell(raw);
    expect(outcome(cell)).toBe('pool.ambiguous-number');
    const found = cell.is === 'fault' ? cell.fault({ file: 'p.csv' }) : undefined;
    expect(describeProblem(found!, 'en')).toContain(`write ${thousands} or ${decimal}`);
  });

  it.each([
    ['true', true],
    ['CÓ', true],
    ['x', true],
    ['1', true],
    ['Yes', true],
    ['không', false],
    ['khong', false],
    ['0', false],
    ['No', false],
    ['false', false],
    ['maybe', 'pool.bad-boolean'],
    ['2', 'pool.bad-boolean'],
  ])('of yes or no %s is %s', (raw, expected) => {
    expect(outcome(booleanCell(raw))).toBe(expected);
  });

  it('of a text is in NFC with single spaces', () => {
    expect(outcome(textCell('  Ha\u0309i   Dương\u00A0cũ '))).toBe('Hải Dương cũ');
  });

  it.each([
    ['gender', 'NỮ', 'female'],
    ['gender', 'Nam', 'male'],
    ['politicalTheory', 'cử nhân', 'advanced'],
    ['politicalTheory', 'Chưa', 'none'],
    ['source', 'Đề án nhân sự', 'proposal'],
    ['appraisal2031', 'Hoàn thành xuất sắc nhiệm vụ', 'excellent'],
    ['appraisal2017', 'Không hoàn thành nhiệm vụ', 'not-completed'],
    ['appraisal2017', 'Not completed', 'not-completed'],
    ['appraisal2017', 'hoan thanh nhiem vu', 'completed'],
    ['gender', 'unknown', 'pool.bad-choice'],
  ])('of %s takes %s for %s', (name, raw, expected) => {
    expect(outcome(choiceCell(raw, columnNamed(name)!))).toBe(expected);
  });

  it.each(['gender', 'politicalTheory', 'source', 'appraisal2017'])(
    'of %s takes the very words that a message says are allowed',
    (name) => {
      const column = columnNamed(name)!;
      const refused = choiceCell('???', column);
      if (refused.is !== 'fault') throw new Error('it was taken');
      const found = refused.fault({ file: 'pool' });
      if (!isProblem(found, 'pool.bad-choice')) throw new Error(found.code);
      const { fact, allowed } = found.parameters;
      const words = allowed.map((each) => valueWord(fact, each));
      expect(describeProblem(found, 'vi')).toContain(words.join(', '));
      expect(words.map((each) => outcome(choiceCell(each, column)))).toEqual(allowed);
    },
  );

  it.each([
    ['Khối Đảng', 'party'],
    ['Mặt trận Tổ quốc và các đoàn thể', 'front'],
    ['Xã, phường', 'ward'],
    ['Hợp tác  xã', 'Hợp tác xã'],
  ])('of a bloc takes %s for %s', (raw, expected) => {
    expect(outcome(openCell(raw, columnNamed('bloc')!))).toBe(expected);
  });
});
