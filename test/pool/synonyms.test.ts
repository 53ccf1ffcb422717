import { describe, expect, it } from 'vitest';
import {
  allowedValues,
  appraisalYear,
  COLUMN_NAMES,
  columnNamed,
  columnOfHeading,
} from '../../src/pool/synonyms.ts';
import { factTypeOf } from '../../src/pool/cells/column-readers.ts';
import { KNOWN_FACTS, knownFact } from '../../src/rules/facts/known-facts.ts';

describe('headings', () => {
  it.each([
    ['id', 'id'],
    ['Mã', 'id'],
    ['Họ và tên', 'name'],
    ['HỌ  TÊN', 'name'],
    ['ho_va_ten', 'name'],
    ['Giới tính', 'gender'],
    ['Ngày sinh (dd/mm/yyyy)', 'birthDate'],
    ['Date of birth', 'birthDate'],
    ['birth_date', 'birthDate'],
    ['Khối', 'bloc'],
    ['Đơn vị', 'unit'],
    ['Quê quán', 'nativePlace'],
    ['Ngày vào Đảng', 'joinedParty'],
    ['Lý luận chính trị', 'politicalTheory'],
    ['Đương nhiệm', 'incumbent'],
    ['Điểm thi', 'examScore'],
    ['Số nhiệm kỳ', 'termsInPost'],
    ['Đánh giá 2017', 'appraisal2017'],
    ['Đánh giá năm 2026', 'appraisal2026'],
    ['appraisal 2017', 'appraisal2017'],
    ['Appraisal_1999', 'appraisal1999'],
    ['Kết quả đánh giá, xếp loại 2018', 'appraisal2018'],
    ['Dân tộc'.normalize('NFD'), 'ethnicity'],
  ])('%s means %s', (heading, name) => {
    expect(columnOfHeading(heading)?.name).toBe(name);
  });

  it.each(['merit', 'STT', '2017', 'Năm 2017', '', 'constructor', '__proto__', 'appraisal', 'age'])(
    '%s is not known',
    (heading) => {
      expect(columnOfHeading(heading)).toBeUndefined();
    },
  );

  it('are each their own spelling', () => {
    for (const name of COLUMN_NAMES) expect(columnOfHeading(name)?.name).toBe(name);
  });
});

describe('columns', () => {
  it('are the facts that rules may use, with the same types and values', () => {
    const facts = [...KNOWN_FACTS].filter(([, fact]) => fact.derived !== true).map(([name]) => name);
    expect(new Set(COLUMN_NAMES)).toEqual(new Set(['id', 'name', ...facts]));
    for (const name of [...facts, 'appraisal2017']) {
      const column = columnNamed(name)!;
      const fact = knownFact(name)!;
      expect([name, factTypeOf(column.kind)]).toEqual([name, fact.type]);
      const values = column.kind === 'choice' ? allowedValues(column) : undefined;
      expect([name, values]).toEqual([name, fact.values]);
    }
  });

  it('of appraisals tell their year', () => {
    expect(appraisalYear('appraisal2019')).toBe(2019);
    expect(appraisalYear('appraisal')).toBeUndefined();
  });
});
