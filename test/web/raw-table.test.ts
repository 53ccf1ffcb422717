import { describe, expect, test } from 'vitest';
import { cellKey, problemsByCell, rawTableIn, withCell } from '../../src/web/start/own-table/raw-table.ts';
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
