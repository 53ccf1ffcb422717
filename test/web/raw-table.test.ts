import { describe, expect, test } from 'vitest';
import {
  cellKey,
  linesOfPeople,
  problemsByCell,
  rawTableIn,
  withCell,
} from '../../src/web/start/own-table/raw-table.ts';
import { oddNumbersOf } from '../../src/web/pools/table-mapping.ts';
import type { ProblemItem } from '../../src/service/answers/answers.ts';

const CSV = 'Mã;Họ và tên;Giới tính\nA;"An ""Cả""";x\n\nB;Bình;nam\n';

function problemAt(line: number, field?: string): ProblemItem {
  const place = { file: 'pool', line, ...(field !== undefined && { field }) };
  return { code: 'pool.bad-choice', place, detail: 'x', message: { vi: 'x', en: 'x' } };
}

describe('a table that is to be mended', () => {
  test('is split as the service splits it, each row with its line', () => {
    const table = rawTableIn(CSV);
    expect(table.headings).toEqual(['Mã', 'Họ và tên', 'Giới tính']);
    expect(table.rows).toEqual([
      { line: 2, cells: ['A', 'An "Cả"', 'x'] },
      { line: 4, cells: ['B', 'Bình', 'nam'] },
    ]);
    expect(table.whole).toBe(true);
    expect(rawTableIn('id,name\nA,"An').whole).toBe(false);
  });

  test('loses nothing when one cell is written anew', () => {
    const written = withCell(rawTableIn(CSV), 2, 2, 'nữ');
    const again = rawTableIn(written);
    expect(again.headings).toEqual(['Mã', 'Họ và tên', 'Giới tính']);
    expect(again.rows.map(({ cells }) => cells)).toEqual([
      ['A', 'An "Cả"', 'nữ'],
      ['B', 'Bình', 'nam'],
    ]);
  });

  test('says on which line each of its people stands, where all of its rows are people', () => {
    expect(linesOfPeople(CSV, 1, 2)).toEqual([2, 4]);
    expect(linesOfPeople(`Ban Chấp hành\n${CSV}`, 2, 2)).toEqual([3, 5]);
    // A row that nobody was read in may be any of them.
    expect(linesOfPeople(CSV, 1, 1)).toBeUndefined();
    expect(linesOfPeople('id,name\nA,"An', 1, 1)).toBeUndefined();
  });

  test('names whose cell of a column of numbers holds none', () => {
    const list = ['7', '8', '9', '6', 'n/a'].map((score, index) => {
      const [id, name] = [`M${index}`, index === 4 ? '' : `Person ${index}`];
      return { id, name, cells: { id, name, Score: score }, age: undefined };
    });
    const people = { headings: ['id', 'name', 'Score'], list, byId: new Map() };
    const told = (lines?: readonly number[]) => oddNumbersOf(people, lines).map(({ cells }) => cells);
    expect(told([2, 3, 4, 5, 8])).toEqual([[{ word: 'n/a', name: 'M4', line: 8 }]]);
    expect(told()).toEqual([[{ word: 'n/a', name: 'M4' }]]);
  });

  test('gives a short row the cells that it lacks', () => {
    const written = withCell(rawTableIn('id,name,gender\nA\n'), 2, 2, 'nam');
    expect(rawTableIn(written).rows[0]?.cells).toEqual(['A', '', 'nam']);
  });

  test('shows problems in their cells, whichever name of the column they carry', () => {
    const byCell = problemsByCell(rawTableIn(CSV), [
      problemAt(2, 'gender'),
      problemAt(4, 'Giới tính'),
      problemAt(4),
    ]);
    expect([...byCell.keys()]).toEqual([cellKey(2, 2), cellKey(4, 2), cellKey(4, -1)]);
  });
});
