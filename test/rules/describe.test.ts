import { describe, expect, it } from 'vitest';
import {
  describeBound,
  describeCondition,
  describeRule,
  describeWithLimits,
} from '../../src/rules/describe.ts';
import type { Condition } from '../../src/rules/rule-set.ts';
import { HEAD, ruleFrom, ruleSetFrom } from './reading.ts';

const WOMEN = '{ fact: gender, operator: equal, value: female }';
const NEW = '{ fact: newcomer, operator: equal, value: true }';
const BAND =
  '{ all: [ { fact: age, operator: greaterThanInclusive, value: 40 }, { fact: age, operator: lessThanInclusive, value: 50 } ] }';

describe('describeRule', () => {
  it.each([
    [`count: { where: ${WOMEN}, exactly: 7 }`, 'Exactly 7 members are female', 'Đúng 7 người là nữ'],
    [`count: { where: ${WOMEN}, exactly: 1 }`, 'Exactly 1 member is female', 'Đúng 1 người là nữ'],
    [`count: { where: ${WOMEN}, max: 0 }`, 'No member is female', 'Không có người nào là nữ'],
    [
      `count: { where: ${NEW}, min: 2, max: 3 }`,
      'Between 2 and 3 members are newcomers',
      'Từ 2 đến 3 người tham gia lần đầu',
    ],
    [
      'count: { forEach: family, max: 1 }',
      'At most 1 member, for each family',
      'Mỗi gia đình: không quá 1 người',
    ],
    [
      'count: { where: { fact: bloc, operator: equal, value: ward }, forEach: unit, max: 1 }',
      'At most 1 member is in the bloc “wards and communes”, for each unit',
      'Mỗi đơn vị: không quá 1 người thuộc khối “xã, phường”',
    ],
    [
      'count: { forEach: [unit, post], missing: none, max: 1 }',
      'At most 1 member, for each unit and post (an empty cell is no group)',
      'Mỗi đơn vị và chức vụ (ô trống không tính là nhóm nào): không quá 1 người',
    ],
    [
      `count: { forEach: { fact: unit, where: ${NEW} }, min: 1 }`,
      'At least 1 member, for each unit with somebody in the pool who is a newcomer',
      'Mỗi đơn vị mà trong nguồn có người tham gia lần đầu: ít nhất 1 người',
    ],
    [
      `share: { forEach: { fact: bloc, values: [party, front] }, where: ${WOMEN}, min: 40 % }`,
      'At least 40 % of members are female, for each bloc of “Party organs” and “Front and mass organizations”',
      'Mỗi khối trong số “cơ quan Đảng”, “Mặt trận và đoàn thể”: ít nhất 40 % số người là nữ',
    ],
    [
      `groups: { of: unit, where: ${WOMEN}, min: 3 }`,
      'At least 3 groups by unit are represented by somebody who is female',
      'Ít nhất 3 nhóm theo đơn vị có người là nữ',
    ],
    [
      `count: { where: ${WOMEN}, bySize: [{ size: 3, max: 2 }, { size: { min: 4, max: 6 }, min: 1, max: 3 }, { size: { min: 7 }, max: 60 % }] }`,
      'Members who are female, by the size of the slate: at most 2 of 3, between 1 and 3 of 4 to 6, at most 60 % of 7 or more',
      'Số người là nữ, theo số lượng danh sách: không quá 2 nếu 3 người, từ 1 đến 3 nếu từ 4 đến 6 người, không quá 60 % nếu từ 7 người trở lên',
    ],
    [
      `proportion: { forEach: bloc, to: { party: 1203 }, seats: 5, each: 1, bound: min, where: ${WOMEN} }`,
      'At least 5 members are female, for the bloc “Party organs”: of 5 seats 1 to each, the rest in proportion to 1,203 of 1,203',
      'Khối “cơ quan Đảng”: ít nhất 5 người là nữ; trong 5 chỗ, mỗi nhóm có trước 1 chỗ, còn lại chia theo tỷ lệ 1.203 trên 1.203',
    ],
    [
      `difference: { between: ${WOMEN}, and: ${NEW}, forEach: unit, max: 2 }`,
      'The members who are female and the members who are newcomers differ by at most 2 in number, for each unit',
      'Mỗi đơn vị: số người là nữ và số người tham gia lần đầu chênh lệch không quá 2',
    ],
    [
      `difference: { between: ${WOMEN}, and: ${NEW}, max: 0 }`,
      'The members who are female and the members who are newcomers are equally many',
      'Số người là nữ và số người tham gia lần đầu bằng nhau',
    ],
    [
      `ifAny: { where: ${NEW}, need: { count: { where: ${WOMEN}, min: 2 } } }`,
      'If any member is a newcomer: at least 2 members are female',
      'Nếu có người tham gia lần đầu: ít nhất 2 người là nữ',
    ],
    [
      `choice: { min: 1, of: [{ count: { where: ${WOMEN}, min: 2 } }, { share: { where: ${NEW}, min: 50 % } }] }`,
      'At least 1 of these 2 rules is kept: (1) at least 2 members are female; (2) at least 50 % of members are newcomers',
      'Đạt ít nhất 1 trong 2 quy tắc: (1) ít nhất 2 người là nữ; (2) ít nhất 50 % số người tham gia lần đầu',
    ],
    [
      `share: { where: ${BAND}, min: 0.4, max: 0.5 }`,
      'Between 40 % and 50 % of members are aged 40 to 50',
      'Từ 40 % đến 50 % số người từ 40 đến 50 tuổi',
    ],
    [
      `share: { where: ${WOMEN}, of: ${NEW}, min: 1/3 }`,
      'Of the members who are newcomers, at least 1/3 are female',
      'Trong số người tham gia lần đầu, ít nhất 1/3 là nữ',
    ],
    [
      `require: { where: ${NEW}, satisfy: { fact: monthsToRetirement, operator: greaterThanInclusive, value: 60 } }`,
      'Every member who is a newcomer must have at least 60 months to retirement',
      'Mỗi người tham gia lần đầu phải có số tháng còn công tác từ 60 trở lên',
    ],
    [
      `share: { where: ${WOMEN}, min: 40 %, round: nearest }`,
      'At least 40 % of members are female, rounded to the nearest whole number, a half up',
      'Ít nhất 40 % số người là nữ, làm tròn đến số nguyên gần nhất, nửa thì tròn lên',
    ],
    [
      'sum: { fact: examScore, max: 55000.5 }',
      'The sum of examination score over all members is at most 55,000.5',
      'Tổng điểm thi tuyển của mọi người không quá 55.000,5',
    ],
    [
      `average: { fact: age, where: ${WOMEN}, forEach: bloc, missing: none, min: 40, max: 50 }`,
      'The average of age over the members who are female is between 40 and 50, for each bloc (an empty cell does not count)',
      'Mỗi khối: trung bình tuổi của những người là nữ từ 40 đến 50 (không tính ô trống)',
    ],
    [
      'require: { satisfy: { fact: birthDate, operator: greaterThanInclusive, value: 1970-06-01 } }',
      'Every member must have been born on or after 1 June 1970',
      'Mỗi người phải sinh từ ngày 01/06/1970 trở đi',
    ],
  ])('%s', async (kind, en, vi) => {
    expect(describeRule(await ruleFrom(`{ id: x, ${kind} }`))).toEqual({ en, vi });
  });

  it('tells dates of declared facts from numbers', async () => {
    const set = await ruleSetFrom(
      `${HEAD}facts: { sworn: date }\nrules: [{ id: x, require: { satisfy: { fact: sworn, operator: lessThan, value: 2020-01-01 } } }]\n`,
    );
    expect(describeRule(set.rules[0]!, set).en).toBe(
      'Every member must have a date before 1 January 2020 as “sworn”',
    );
  });

  it.each([
    [
      'count: { where: { fact: holds.chair, operator: equal, value: true }, max: 3 }',
      'At most 3 appointments hold the title “Chair”',
      'Không quá 3 vị trí bố trí giữ chức danh “Chủ tịch”',
    ],
    [
      'count: { where: { not: { fact: holds.chair, operator: equal, value: true } }, max: 1 }',
      'At most 1 appointment does not hold the title “Chair”',
      'Không quá 1 vị trí bố trí không giữ chức danh “Chủ tịch”',
    ],
    [
      'count: { where: { fact: title, operator: equal, value: secretary+chair }, min: 2 }',
      'At least 2 appointments hold the title “Secretary and Chair”',
      'Ít nhất 2 vị trí bố trí có chức danh bố trí là “Bí thư kiêm Chủ tịch”',
    ],
  ])('names titles as their rule set does: %s', async (kind, en, vi) => {
    const titles =
      '{ id: secretary, title: { vi: Bí thư, en: Secretary } }, { id: chair, title: { vi: Chủ tịch, en: Chair } }';
    const set = await ruleSetFrom(
      `${HEAD}titles: [${titles}]\ncombined: [[secretary, chair]]\nrules: [{ id: x, ${kind} }]\n`,
    );
    expect(describeRule(set.rules[0]!, set)).toEqual({ en, vi });
    expect(set.rules[0]!.title).toEqual({ en, vi });
  });
});

const age = (operator: 'lessThan' | 'greaterThan', value: number): Condition => ({
  fact: 'age',
  operator,
  value,
});

describe('describeCondition', () => {
  const women: Condition = { fact: 'gender', operator: 'equal', value: 'female' };
  it.each<[Condition, string, string]>([
    [{ all: [women, age('lessThan', 40)] }, 'is female and is under 40', 'là nữ và dưới 40 tuổi'],
    [
      { any: [women, { all: [age('greaterThan', 30), age('lessThan', 40)] }] },
      'is female or is aged over 30 and under 40',
      'là nữ hoặc trên 30 đến dưới 40 tuổi',
    ],
    [{ not: age('lessThan', 40) }, 'is 40 or older', 'từ 40 tuổi trở lên'],
    [
      { not: { all: [women, age('greaterThan', 50)] } },
      'is not female or is 50 or younger',
      'không phải là nữ hoặc không quá 50 tuổi',
    ],
    [
      { all: [{ any: [women, age('lessThan', 30)] }, age('greaterThan', 20)] },
      '(is female or is under 30) and is over 20',
      '(là nữ hoặc dưới 30 tuổi) và trên 20 tuổi',
    ],
    [
      { fact: 'incumbent', operator: 'notEqual', value: true },
      'is not an incumbent',
      'không thuộc diện tái cử',
    ],
    [
      { fact: 'appraisal2018', operator: 'in', value: ['excellent', 'good'] },
      'has “excellent” or “good” as appraisal of 2018',
      'có đánh giá năm 2018 là “hoàn thành xuất sắc” hoặc “hoàn thành tốt”',
    ],
    [
      { fact: 'region', operator: 'notIn', value: ['A'] },
      'does not have “A” as “region”',
      'có “region” không phải là “A”',
    ],
    [
      { fact: 'points', operator: 'greaterThanInclusive', value: 5 },
      'has at least 5 as “points”',
      'có “points” từ 5 trở lên',
    ],
    [
      { fact: 'unit.class', operator: 'equal', value: 1 },
      'is in a unit that has 1 as “class”',
      'thuộc đơn vị có “class” là 1',
    ],
    [
      { fact: 'unit.population', operator: 'lessThan', value: 5000 },
      'is in a unit that has less than 5,000 as “population”',
      'thuộc đơn vị có “population” dưới 5.000',
    ],
    [
      { fact: 'unit.mountainous', operator: 'equal', value: true },
      'is in a unit marked “mountainous”',
      'thuộc đơn vị có đánh dấu “mountainous”',
    ],
    [
      { fact: 'unit.kind', operator: 'notEqual', value: 'city' },
      'is not in a unit of the kind “city”',
      'có loại đơn vị không phải là “thành phố”',
    ],
    [
      { fact: 'rotation', operator: 'equal', value: 'city-to-ward' },
      'is a move from the city to a ward',
      'có hình thức luân chuyển là “từ thành phố về xã, phường”',
    ],
    [
      { fact: 'examScore', operator: 'greaterThan', value: 7.5 },
      'has an examination score of more than 7.5',
      'có điểm thi tuyển trên 7,5',
    ],
    [
      { fact: 'termsInPost', operator: 'lessThanInclusive', value: 2 },
      'has at most 2 terms in post',
      'có số nhiệm kỳ giữ chức không quá 2',
    ],
  ])('%j', (condition, en, vi) => {
    expect(describeCondition(condition)).toEqual({ en, vi });
  });
});

it('describes a bound alone', async () => {
  expect(describeBound(await ruleFrom('{ id: x, count: { min: 3 } }'))).toEqual({
    en: 'at least 3',
    vi: 'ít nhất 3',
  });
  expect(describeBound(await ruleFrom(`{ id: x, share: { where: ${WOMEN}, max: 0.125 } }`))).toEqual({
    en: 'at most 12.5 %',
    vi: 'không quá 12,5 %',
  });
  expect(describeBound(await ruleFrom(`{ id: x, require: { satisfy: ${WOMEN} } }`)).en).toBe('every member');
});

it('says how far a bound may move where no slate exists', async () => {
  const count = await ruleFrom(
    `{ id: x, count: { where: ${WOMEN}, exactly: 11 }, relaxTo: { min: 9, max: 13 } }`,
  );
  expect(describeWithLimits(count)).toEqual({
    en: 'Exactly 11 members are female; where no slate exists it may move down to 9 and up to 13',
    vi: 'Đúng 11 người là nữ; khi không có danh sách nào thì được nới xuống đến 9 và lên đến 13',
  });
  const share = await ruleFrom(`{ id: x, share: { where: ${WOMEN}, min: 1/3 }, relaxTo: { min: 25 % } }`);
  expect(describeWithLimits(share).en).toBe(
    'At least 1/3 of members are female; where no slate exists it may move down to 25 %',
  );
  const free = await ruleFrom(`{ id: x, count: { where: ${WOMEN}, min: 3 } }`);
  expect(describeWithLimits(free)).toEqual(describeRule(free));
});
