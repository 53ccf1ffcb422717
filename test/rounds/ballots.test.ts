import { describe, expect, test } from 'vitest';
import { readBallots } from '../../src/rounds/ballots.ts';
import { describeProblem, valueOf } from '../../src/words/problem.ts';
import { xlsxOf } from '../tables/xlsx.ts';

const read = async (text: string, of?: number) => readBallots(Buffer.from(text), 'ballots.csv', { of });
async function problems(text: string, of?: number): Promise<readonly string[]> {
  const found = await read(text, of);
  expect(found.ok).toBe(false);
  return found.ok ? [] : found.problems.map((each) => describeProblem(each, 'en'));
}

describe('a table of ballots', () => {
  test('has a person a line, in either language', async () => {
    const ballots = [
      { id: 'A', name: 'An', votes: { for: 30, of: 41 } },
      { id: 'B', withdrew: 'xin nghỉ' },
    ];
    const english = await read('id,name,votes,of,withdrew\nA,An,30,41,\nB,,,,xin nghỉ\n');
    expect(valueOf(english).ballots).toEqual(ballots);
    const vietnamese = await read(
      'Mã;Họ và tên;Số phiếu đồng ý;Tổng số phiếu;Lý do rút\nA;An;30;41;\nB;;;;xin nghỉ\n',
    );
    expect(valueOf(vietnamese).ballots).toEqual(ballots);
    const ofAll = await read('id,votes\nA,30\n', 41);
    expect(valueOf(ofAll).ballots).toEqual([{ id: 'A', votes: { for: 30, of: 41 } }]);
    expect(valueOf(await read('id\nA\n')).ballots).toEqual([{ id: 'A' }]);
  });

  test('may be a workbook with titles and sums around it', async () => {
    const rows = [
      ['BIÊN BẢN KIỂM PHIẾU'],
      ['STT', 'Mã', 'Họ và tên', 'Số phiếu đồng ý', 'Tổng số phiếu'],
      [1, 'A', 'An', 30, 41],
      [2, 'B', 'Bình', 12, 41],
      ['', '', 'Tổng cộng', 42, 82],
    ];
    const bytes = xlsxOf([{ name: 'Phiếu', rows }]);
    const found = valueOf(await readBallots(bytes, 'ballots.xlsx'));
    expect(found.ballots.map(({ id, votes }) => [id, votes?.for])).toEqual([
      ['A', 30],
      ['B', 12],
    ]);
    expect(found.placeOf(1)).toEqual({ file: 'ballots.xlsx', line: 4 });
  });

  test('tells everything that is wrong at once, where it stands', async () => {
    const table = [
      'id,name,votes,of',
      'A,An,42,41',
      ',Bình,3,41',
      'C,Chi,ba,41',
      'A,An,3,41',
      'D,Dũng,"1.234",41',
      'E,Em,0,0',
      'F,Phú,3,',
      'G,Giang,3,41,5',
    ].join('\n');
    expect(await problems(table)).toEqual([
      expect.stringMatching(/^ballots.csv:9: this row has 5 cells, but there are 4 headings/),
      'ballots.csv:2:3: votes: 42 votes of 41 cannot be',
      'ballots.csv:3:1: id: the id is missing; every person has that of the pool',
      'ballots.csv:4:3: votes: “ba” is no number of votes; write a whole number in digits alone, up to 999999999',
      'ballots.csv:5:1: id: A is listed already, at 2',
      'ballots.csv:6:3: votes: “1.234” is no number of votes; write a whole number in digits alone, up to 999999999',
      'ballots.csv:7:3: votes: votes cannot be counted of 0',
      'ballots.csv:8:4: of: it is not said of how many; add a column “of” or say it for all (--of on the command line)',
    ]);
  });

  test('without ids, with two columns for one thing, or with nobody is none', async () => {
    expect(await problems('name,votes\nAn,3\n')).toEqual([expect.stringContaining('ballots.csv:1')]);
    expect(await problems('id,votes,Số phiếu\nA,3,3\n')).toEqual([
      'ballots.csv:1:3: “Số phiếu” means the same as “votes”; leave one of them out or call it otherwise',
    ]);
    expect(await problems('id,votes\n')).toEqual(['ballots.csv: there is nobody in the table']);
  });
});
