import { describe, expect, it } from 'vitest';
import { factsOf } from '../../../src/pool/facts/derived-facts.ts';
import { noticeKey, poolNotices } from '../../../src/pool/notices/notices.ts';
import { readPoolCsv } from '../../../src/pool/reading/read-csv.ts';
import { rowsOfPool } from '../../../src/pool/reading/rows-as-text.ts';
import { cellOf } from '../../../src/rules/facts/fact-table.ts';
import { parseRuleSet } from '../../../src/rules/parse-rule-set.ts';
import type { Pool } from '../../../src/pool/pool.ts';
import { describeProblem, valueOf } from '../../../src/words/problem.ts';

async function pool(...lines: readonly string[]): Promise<Pool> {
  return valueOf(await readPoolCsv(`${lines.join('\n')}\n`, 'pool.csv'));
}

const noticed = (read: Pool): readonly string[] => read.notices.map((each) => describeProblem(each, 'en'));

async function column(name: string, ...lines: readonly string[]): Promise<readonly (string | undefined)[]> {
  return rowsOfPool(await pool(...lines)).rows.map((row) => row[name]);
}

describe('names as people type them', () => {
  it('lose the numbers and marks of lists and notes, and say so', async () => {
    const read = await pool(
      'Mã,Họ và tên',
      'A1,1. Lê Văn An (*)',
      'A2,- Trần Thị Bình',
      'A3,Đ/c Đồng Văn Cường',
      'A4,Đồng chí Vũ Thị Dung **',
      'A5,Ông Thị Ngọc',
      'A6,Đồng Văn Hải',
      'A7,12) Đỗ Thị Giang (1)',
    );
    expect(read.names).toEqual([
      'Lê Văn An',
      'Trần Thị Bình',
      'Đồng Văn Cường',
      'Vũ Thị Dung',
      'Ông Thị Ngọc',
      'Đồng Văn Hải',
      'Đỗ Thị Giang',
    ]);
    expect(read.ids).toEqual(['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7']);
    expect(noticed(read)).toEqual([
      expect.stringMatching(/^pool.csv:2: Họ và tên: 5 names .*“1. Lê Văn An \(\*\)” is read as “Lê Văn An”/),
    ]);
  });

  it('keep what stands in brackets, and say so', async () => {
    const read = await pool('Mã,Họ và tên', 'A1,Lê Văn An', 'A2,Vũ Thị Hoa (nữ)');
    expect(read.names[1]).toBe('Vũ Thị Hoa (nữ)');
    expect(noticed(read)).toEqual([
      expect.stringMatching(/^pool.csv:3: .*in brackets behind it, which stays/),
    ]);
  });

  it('lose Ông and Bà where everybody is addressed', async () => {
    const read = await pool('Mã,Họ và tên', 'A1,Ông Lê Văn An', 'A2,Bà Vũ Thị Hoa');
    expect(read.names).toEqual(['Lê Văn An', 'Vũ Thị Hoa']);
    expect(noticed(read)).toEqual([expect.stringContaining('2 names')]);
  });

  it('stay where nothing else would be left', async () => {
    expect((await pool('Mã,Họ và tên', 'A1,***', 'A2,-')).names).toEqual(['***', '-']);
  });
});

describe('marks', () => {
  it.each(['Nữ', 'Nữ (1)', 'Nữ (x)', 'Nữ (đánh dấu x)', 'Nữ (1/0)'])(
    'say who is a woman under %s',
    async (heading) => {
      const cells = ['x', '', '1', '0', '–', 'X', 'có', 'không', '✓'].map((mark, at) => `A${at},N,${mark}`);
      const [f, m] = ['female', 'male'];
      expect(await column('gender', `Mã,Họ và tên,${heading}`, ...cells)).toEqual([
        f,
        m,
        f,
        m,
        m,
        f,
        f,
        m,
        f,
      ]);
    },
  );

  it('say no where there is none, if the heading says that they are marks', async () => {
    const read = await pool('Mã,Họ và tên,Tái cử (x)', 'A1,An,x', 'A2,Bình,', 'A3,Cúc,–');
    expect(rowsOfPool(read).rows.map(({ incumbent }) => incumbent)).toEqual(['true', 'false', 'false']);
    expect(noticed(read)).toEqual([expect.stringContaining('a blank cell is read as no')]);
    expect(await column('incumbent', 'Mã,Họ và tên,Tái cử', 'A1,An,x', 'A2,Bình,')).toEqual(['true', '']);
  });

  it('are facts that a rule set declares, whatever remark stands behind the heading', async () => {
    const rules = valueOf(
      await parseRuleSet(
        `id: own
title: { en: Own, vi: Riêng }
referenceDate: 2025-01-01
size: 1
facts: { Dân tộc thiểu số: { type: boolean }, Trẻ: { type: boolean } }
rules:
  - { id: one, title: { en: a, vi: a }, source: x, count: { where: { fact: Dân tộc thiểu số, operator: equal, value: true }, min: 1 } }
  - { id: two, title: { en: b, vi: b }, source: x, count: { where: { fact: Trẻ, operator: equal, value: true }, max: 1 } }
`,
        'rules',
        async () => undefined,
      ),
    );
    const read = await pool('Mã,Họ và tên,Dân tộc thiểu số (x),Trẻ (dưới 40)', 'A1,An,x,1', 'A2,Bình,,');
    const facts = valueOf(factsOf(read, rules));
    const said = (fact: string) => [0, 1].map((row) => cellOf(facts.fact(fact)!, row));
    expect([said('Dân tộc thiểu số'), said('Trẻ')]).toEqual([
      [true, false],
      [true, undefined],
    ]);
    expect(poolNotices(read, rules).map(noticeKey)).toEqual([
      'blank-is-no · Dân tộc thiểu số',
      'marks-alone · Trẻ',
    ]);
  });
});

describe('units that are written once', () => {
  const units = async (...cells: readonly string[]) => {
    const read = await pool('Mã,Họ và tên,Đơn vị', ...cells.map((unit, at) => `A${at},N${at},${unit}`));
    return {
      units: rowsOfPool(read).rows.map(({ unit }) => unit),
      codes: read.notices.map(({ code }) => code),
    };
  };

  it('are those of the rows below, where cells were plainly merged', async () => {
    expect(await units('Sở A', '', '', 'Sở B', '', 'Sở C')).toEqual({
      units: ['Sở A', 'Sở A', 'Sở A', 'Sở B', 'Sở B', 'Sở C'],
      codes: ['notices.filled-down'],
    });
    expect((await units('Sở A', '', '')).units).toEqual(['Sở A', 'Sở A', 'Sở A']);
  });

  it('stay blank where it is not plain, which is told where it is likely', async () => {
    expect(await units('Sở A', '', '', 'Sở B', '', 'Sở A', '')).toEqual({
      units: ['Sở A', '', '', 'Sở B', '', 'Sở A', ''],
      codes: ['notices.perhaps-merged'],
    });
    expect(await units('Sở A', '', 'Sở B', 'Sở C')).toEqual({
      units: ['Sở A', '', 'Sở B', 'Sở C'],
      codes: [],
    });
    expect((await units('', 'Sở A', '', 'Sở B', '')).units).toEqual(['', 'Sở A', '', 'Sở B', '']);
  });
});

describe('rows below a list', () => {
  it('are told from people by the running numbers that stand beside the ids', async () => {
    const read = await pool(
      'STT,Mã CB,Họ và tên,Giới tính',
      '1,001,Lê An,Nữ',
      '2,002,Vũ Bình,Nam',
      'Ghi chú: (*) cán bộ biệt phái,,,',
      ',,,NGƯỜI LẬP BIỂU',
      ',,Phạm Thị Dung,',
    );
    expect(read.ids).toEqual(['001', '002']);
    expect(read.notices.map(({ code }) => code)).toEqual(
      Array.from({ length: 3 }, () => 'notices.row-left-out'),
    );
  });

  it('are people without an id where they have a number', async () => {
    const read = await readPoolCsv('STT,Mã CB,Họ và tên\n1,001,Lê An\n2,,Vũ Bình\n', 'pool.csv');
    expect(read.ok ? [] : read.problems.map(({ code }) => code)).toEqual(['pool.empty-id']);
  });
});
