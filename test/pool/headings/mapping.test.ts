import { describe, expect, it } from 'vitest';
import type { Mapping } from '../../../src/pool/headings/mapping-schema.ts';
import { readPoolCsv } from '../../../src/pool/reading/read-csv.ts';
import { rowOf } from '../../../src/pool/reading/rows-as-text.ts';
import { valueOf } from '../../../src/words/problem.ts';

const CSV = `Mã,Họ tên,Phái nào,Thâm niên,Điểm,Bỏ,LLCT
A1,X,cô,5 năm 3 tháng,"85/100",?,CCLL
A2,Y,anh,63,90 điểm,?,Cao cấp
`;
const MAPPING: Mapping = {
  columns: {
    'Phái nào': 'gender',
    'thâm niên': { as: 'service', unit: 'months' },
    Điểm: { as: 'examScore', unit: 'points' },
    Bỏ: 'leave-out',
  },
  values: { gender: { female: ['cô'], male: ['anh'] }, politicalTheory: { advanced: ['CCLL'] } },
};

describe('a mapping', () => {
  it('says what columns are, in which units, and what words mean', async () => {
    const pool = valueOf(await readPoolCsv(CSV, 'pool.csv', { mapping: MAPPING }));
    expect(pool.headings).toEqual(['id', 'name', 'gender', 'service', 'examScore', 'politicalTheory']);
    expect(pool.ids.map((_id, row) => [...rowOf(pool, row).values()])).toEqual([
      ['A1', 'X', 'female', '63', '85', 'advanced'],
      ['A2', 'Y', 'male', '63', '90', 'advanced'],
    ]);
  });

  it('is told where it names a heading that the table has not', async () => {
    const mapping: Mapping = { ...MAPPING, columns: { ...MAPPING.columns, Khác: 'post' } };
    const pool = valueOf(await readPoolCsv(CSV, 'pool.csv', { mapping }));
    expect(pool.notices.map(({ code }) => code)).toEqual(['notices.unmet-heading']);
  });

  it('wins over what a heading would mean by itself', async () => {
    const csv = 'id,name,Ngày sinh,Sinh ngày\nA,X,1980,1990\n';
    const pool = valueOf(
      await readPoolCsv(csv, 'pool.csv', { mapping: { columns: { 'Sinh ngày': 'birthDate' } } }),
    );
    expect(rowOf(pool, 0).get('birthDate')).toBe('1990');
  });
});
