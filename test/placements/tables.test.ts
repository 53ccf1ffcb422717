import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openPlacement } from '../../src/placements/placement.ts';
import { readPlan } from '../../src/placements/read-plan.ts';
import { readUnits, readUnitsTable } from '../../src/placements/read-units.ts';
import { describeProblem, type Reading } from '../../src/words/problem.ts';
import { xlsxOf } from '../tables/xlsx.ts';
import { groundFrom, RULES } from './reading.ts';

function told(reading: Reading<unknown>): readonly string[] {
  return reading.ok ? [] : reading.problems.map((each) => describeProblem(each, 'en'));
}

describe('a units table', () => {
  it('is read in either language, with kinds and blocs by their codes', () => {
    const read = readUnits('﻿Tên đơn vị;Loại;Khối\r\nÁi  Quốc;Phường;khối Đảng\r\n\r\n', 'u.csv');
    expect(read).toMatchObject({
      ok: true,
      value: { names: ['Ái Quốc'], kinds: ['ward'], blocs: ['party'] },
    });
  });

  it('tells everything that is wrong at once, with its line', () => {
    expect(told(readUnits('kind,Loại\nward,xã\n', 'u.csv'))).toEqual([
      'u.csv:1: the headings “kind” and “Loại” both mean “kind”; keep one, or rename the other',
      'u.csv:1: there is no column “name”; it is needed',
    ]);
    expect(told(readUnits('name,kind\nX,ward\n,ward\nx,xã\n', 'u.csv'))).toEqual([
      'u.csv:3: name: the name is empty; every unit needs a name of its own',
      'u.csv:4: name: the unit “x” is on line 2 and again on line 4; keep one of them',
    ]);
    expect(told(readUnits('name,kind\nX\nY,ward,,\n', 'u.csv'))).toEqual([]);
    expect(told(readUnits('name,kind\nX,ward\nY,ward,z\nX,ward\n,ward\n', 'u.csv'))).toEqual([
      'u.csv:3: this row has 3 cells, but there are 2 headings, and something stands in the cells beyond; is a delimiter missing a quotation mark, or a heading missing?',
      'u.csv:4: name: the unit “X” is on line 2 and again on line 4; keep one of them',
      'u.csv:5: name: the name is empty; every unit needs a name of its own',
    ]);
    // Two wards, whose names a careless reader takes for one.
    expect(told(readUnits('name\nĐông Sơn\nĐồng Sơn\n', 'u.csv'))).toEqual([]);
    expect(told(readUnits('name\nHòa Bình\nHoà Bình\n', 'u.csv'))).toHaveLength(1);
    expect(told(readUnits('name\n', 'u.csv'))[0]).toMatch(/^u\.csv: there are no units/);
    expect(told(readUnits('', 'u.csv'))[0]).toMatch(/there are no units/);
  });
});

describe('a units table in a workbook', () => {
  const rows = [
    ['DANH SÁCH ĐƠN VỊ'],
    [],
    ['Tên đơn vị', 'Loại', 'Bí thư'],
    ['Ái Quốc', 'Phường', 'A1'],
    ['Đông Sơn', 'Xã'],
  ];
  const bytes = xlsxOf([
    { name: 'Ghi chú', rows: [['x']] },
    { name: 'Đơn vị', rows },
  ]);

  it('is found below its title, on whatever sheet', async () => {
    expect(await readUnitsTable(bytes, 'u.xlsx')).toMatchObject({
      ok: true,
      value: {
        names: ['Ái Quốc', 'Đông Sơn'],
        kinds: ['ward', 'commune'],
        sha256: createHash('sha256').update(bytes).digest('hex'),
      },
    });
  });

  it('has what is wrong told at its rows, and says what a file is that is none', async () => {
    const twice = xlsxOf([{ name: 'a', rows: [...rows, ['Ái quốc', 'Xã']] }]);
    expect(told(await readUnitsTable(twice, 'u.xlsx'))).toEqual([
      'u.xlsx:6: Tên đơn vị: the unit “Ái quốc” is on line 4 and again on line 6; keep one of them',
    ]);
    expect(told(await readUnitsTable(xlsxOf([{ name: 'a', rows: [[], ['loại']] }]), 'u.xlsx'))).toEqual([
      expect.stringMatching(/^u\.xlsx: there are no units/),
    ]);
    expect(told(await readUnitsTable(bytes.subarray(0, 900), 'u.xlsx'))).toHaveLength(1);
  });
});

describe('the holders in a units table', () => {
  const open = async (secretary: string): Promise<readonly string[]> => {
    const units = `name,kind,secretary\nÁi Quốc,ward,"${secretary}"\n`;
    const { ruleSet, pool, ...rest } = await groundFrom({
      rules: RULES,
      units,
      pool: 'id,name\nA1,Lê An\nB2,Vũ Ba\n',
    });
    return told(await openPlacement(pool, rest.units, ruleSet));
  };

  it('are candidates by id, several with ; between them, or strangers to the pool', async () => {
    for (const secretary of ['A1', 'A1; B2', 'C3', 'Lê Anh', 'A1;C3', ''])
      expect(await open(secretary)).toEqual([]);
  });

  it('are told where a candidate is meant and none is found', async () => {
    expect(await open('a1')).toEqual([
      'units.csv:2: secretary: no candidate has the id “a1”; holders are named by id, here “A1”',
    ]);
    expect(await open('C3;  Vũ  ba')).toEqual([
      'units.csv:2: secretary: no candidate has the id “Vũ ba”; holders are named by id, here “B2”',
    ]);
    for (const secretary of ['A1 B2', 'A1, B2', 'A1/C3']) {
      expect(await open(secretary)).toEqual([
        `units.csv:2: secretary: “${secretary}” is not an id; put ; between the ids of several holders`,
      ]);
    }
  });
});

describe('cells, holders and decisions that are wrong', () => {
  it('are told at once', async () => {
    const { ruleSet, pool, units } = await groundFrom({
      rules: `${RULES}facts: { unit.area: number, merit: number }\n`,
      units: 'name,kind,secretary,area\nÁi Quốc,ward,a1,wide\n',
      pool: 'id,name,merit\nA1,Lê An,much\n',
    });
    const decisions = { pin: ['Z'], exclude: ['Z@Ái Quốc/chair'], together: [['A1']], apart: [] };
    const reading = await openPlacement(pool, units, ruleSet, { decisions });
    const codes = reading.ok ? [] : reading.problems.map(({ code, place }) => [code, place?.field]);
    expect(codes).toEqual([
      ['pool.bad-number', 'merit'],
      ['pool.bad-number', 'area'],
      ['placements.holder-meant', 'secretary'],
      ['slate.unknown-person', undefined],
      ['slate.small-group', undefined],
    ]);
  });
});

describe('a plan', () => {
  const written = {
    rules: RULES,
    units: 'name,kind\nÁi Quốc,ward\nAn Thượng,commune\n',
    pool: 'id,name\nA,An\nB,Ba\n',
  };
  const read = async (plan: string) => readPlan(plan, 'plan.csv', await groundFrom(written));

  it('is appointments by unit, title and id; titles by id or by name, combined in one line or two', async () => {
    const one = await read(
      'đơn vị,chức danh,mã\nPhường Ái Quốc,Bí thư,A\nÁi Quốc,chair,A\nAn Thượng,Chair,B\n',
    );
    expect(one).toEqual({ ok: true, value: ['A@Ái Quốc/secretary+chair', 'B@An Thượng/chair'] });
    const other = await read('unit,title,id\nÁi Quốc,secretary+chair,A\nAn Thượng,secretary,\n');
    expect(other).toEqual({ ok: true, value: ['A@Ái Quốc/secretary+chair'] });
  });

  it('is appointments as answers name them, as a JSON list', async () => {
    const ids = ['A@Ái Quốc/secretary+chair', 'B@An Thượng/chair'];
    expect(await read(JSON.stringify(ids))).toEqual({ ok: true, value: ids });
    expect(told(await read('["A@Ái Quốc/boss", "A", "B@An Thượng/chair", "B@An Thượng/chair"]'))).toEqual([
      'plan.csv: /3: the id “B@An Thượng/chair” is on the slate twice, at 3 and 4; a candidate can be nominated only once',
    ]);
    expect(told(await read('["A@Ái Quốc/boss", "A", "B@An Thượng/chair"]'))).toEqual([
      'plan.csv: /0: there is no appointment “A@Ái Quốc/boss”; they are written as HD-001@Unit/title',
      'plan.csv: /1: there is no appointment “A”; they are written as HD-001@Unit/title',
    ]);
    expect(told(await read('["A@Ái Quốc/chair"'))).toHaveLength(1);
  });

  it('keeps apart what no combination allows, for the rules to say so', async () => {
    const plan = await read('unit,title,id\nÁi Quốc,secretary,A\nAn Thượng,chair,A\n');
    expect(plan).toEqual({ ok: true, value: ['A@Ái Quốc/secretary', 'A@An Thượng/chair'] });
  });

  it('tells everything that is wrong at once', async () => {
    expect(
      told(await read('unit,title,id\nAi Quoc,boss,A\nÁi Quốx,chair,Z\nÁi Quốc,chair,A\nÁi Quốc,chair,A\n')),
    ).toEqual([
      'plan.csv:2: the rule set has no title “boss”; it has secretary and chair',
      'plan.csv:3: no unit of the table is called “Ái Quốx”; did you mean “Ái Quốc”?',
      'plan.csv:5: “A” as “chair” in Ái Quốc is already on line 4',
    ]);
    expect(told(await read('unit,id\nÁi Quốc,A\n'))).toEqual([
      'plan.csv:1: the plan has no column “title”; it needs unit, title and id',
    ]);
    expect(told(await read('unit,title,id\nÁi Quốc,chair,Z\n'))).toEqual([
      'plan.csv:2: no candidate of the pool has the id “Z”; check its spelling',
    ]);
    expect(told(await read('unit,title,id\nÁi Quốc,chair,A,B\nÁi Quốc,chair,Z\n'))).toEqual([
      'plan.csv:2: this row has 4 cells, but there are 3 headings, and something stands in the cells beyond; is a delimiter missing a quotation mark, or a heading missing?',
      'plan.csv:3: no candidate of the pool has the id “Z”; check its spelling',
    ]);
    expect(told(await read('unit,title,id\n'))).toHaveLength(1);
  });
});
