import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { firstGarbled, fontOf, garbledAs } from '../../../src/tables/text/garbled.ts';
import type { Mapping } from '../../../src/pool/headings/mapping-schema.ts';
import { noticeKey, poolNotices } from '../../../src/pool/notices/notices.ts';
import { readPoolCsv } from '../../../src/pool/reading/read-csv.ts';
import { parseRuleSet } from '../../../src/rules/parse-rule-set.ts';
import { LANGUAGES } from '../../../src/words/language.ts';
import { describeProblem, type Problem, valueOf } from '../../../src/words/problem.ts';

const RULES = `
id: r
referenceDate: 2026-06-05
size: { min: 1, max: 1 }
rules:
  - id: unit
    count: { where: { fact: unit, operator: equal, value: Sở Nội vụ }, min: 1 }
`;

it('of a column of marks says that its empty cells are unknown, where a rule asks for it', async () => {
  const noticed = async (cells: readonly string[], facts = '', fact = 'newcomer') => {
    const lines = cells.map((cell, index) => `P${index},X${index},${cell}`);
    const pool = valueOf(await readPoolCsv(`id,name,Tái cử\n${lines.join('\n')}\n`, 'pool.csv'));
    const rule = `${RULES.slice(0, RULES.indexOf('rules:'))}${facts}rules:\n  - { id: n, count: { where: { fact: ${fact}, operator: equal, value: true }, min: 1 } }\n`;
    const ruleSet = valueOf(await parseRuleSet(rule, 'r.yaml', async () => undefined));
    return poolNotices(pool, ruleSet);
  };
  const told = async (...asked: Parameters<typeof noticed>) =>
    (await noticed(...asked)).map(({ code }) => code);
  const [found] = await noticed(['x', '', 'X'], '', 'incumbent');
  expect(describeProblem(found!, 'vi')).toContain('cột tái cử chỉ có dấu “có”');
  expect(await told(['x', '', 'X'])).toEqual(['notices.marks-alone']);
  expect(await told(['x', '', 'X'], '', 'incumbent')).toEqual(['notices.marks-alone']);
  expect(await told(['x', 'không', ''])).toEqual([]);
  expect(await told(['x', 'x'])).toEqual([]);
  expect(await told(['x', ''], 'facts: { incumbent: { type: boolean, default: false } }\n')).toEqual([]);
});

async function notices(csv: string, mapping?: Mapping): Promise<readonly Problem[]> {
  const pool = valueOf(await readPoolCsv(csv, 'pool.csv', { mapping }));
  const ruleSet = valueOf(await parseRuleSet(RULES, 'r.yaml', async () => undefined));
  return poolNotices(pool, ruleSet);
}

const codes = async (csv: string): Promise<readonly string[]> =>
  (await notices(csv)).map(({ code, place }) => `${code}@${place?.line ?? ''}`);

describe('notices', () => {
  it.each([
    ['id,name,birthDate\nA,X,27/06/1905\nB,Y,17/05/2020\nC,Z,1980\n', ['notices.age@2', 'notices.age@3']],
    ['id,name,birthDate\nA,X,2011\nB,Y,2010\n', ['notices.age@2']],
    ['id,name,joinedParty\nA,X,03/02/2049\nB,Y,2020\n', ['notices.joined-later@2']],
    ['id,name,birthDate,joinedParty\nA,X,20/02/1980,01/01/1975\n', ['notices.joined-before-birth@2']],
    ['id,name,post\nA,X,Ủy viên\nB,Y,Uỷ viên\n', ['notices.one-word@']],
    ['id,name,homeUnit\nA,X,Đông Sơn\nB,Y,Đồng Sơn\n', ['notices.look-alikes@']],
    ['id,name,birthDate\nA,X,29358\n', ['notices.serial-date@']],
    ['id,name,unit\nA,X,Sở Nội vụu\nB,Y,Sở Y tế\n', ['notices.near-a-rule@']],
    ['id,name,unit\nA,X,Sở nội vụ\n', []],
    ['id,name\nA,NguyÔn V¨n A\n', ['notices.garbled@2']],
    ['id,name,gender,birthDate\nA,Nguyễn Văn A,Nữ,1980\nB,Đỗ Thị Ủy,female,1990\n', []],
  ])('tell of %j', async (csv, expected) => {
    expect(await codes(csv)).toEqual(expected);
  });

  it('say it in both languages', async () => {
    const found = await notices('id,name,birthDate,unit\nA,X,1905,Sở Nội vụ\nB,Y,29358,SỞ NỘI VỤ\n');
    expect(found).toHaveLength(3);
    for (const language of LANGUAGES) {
      for (const each of found) expect(describeProblem(each, language)).not.toMatch(/undefined|object/);
    }
  });

  it('say under which of two headings for men and women a birth stands', async () => {
    const found = await notices('TT,Họ tên,Ngày sinh,\n,,Nam,Nữ\n1,A,01/01/1980,\n2,B,,02/02/2020\n');
    expect(found.map(({ place }) => [place?.line, place?.field])).toEqual([[4, 'Ngày sinh Nữ']]);
  });

  it('are accepted once for all', async () => {
    const csv = 'id,name,birthDate\nA,X,27/06/1905\nB,Y,17/05/2020\n';
    const [first, second] = await notices(csv);
    expect(await notices(csv, { accepted: [noticeKey(first!)] })).toEqual([second]);
  });
});

describe('garbled letters', () => {
  it.each([
    ['Nguyá»…n VÄƒn A', 'UTF-8'],
    ['NguyÔn V¨n A', 'TCVN3'],
    ['§Æng ThÞ B', 'TCVN3'],
    ['Nguyeãn Vaên A', 'VNI'],
    ['Ñaëng Thò B', 'VNI'],
  ])('%s are %s', (text, encoding) => {
    expect(garbledAs(text)).toBe(encoding);
  });

  it('are not seen in any sound name', () => {
    const names = [
      'Nguyễn Văn Ánh',
      'Đỗ Thị Ngoan',
      'Hoà Oanh',
      'Trương Quý',
      'H’Mông Á Phìn',
      'Âu Cơ',
      'José Müller',
      'Mª Carmen',
      'MUÑOZ',
      'Raphaël',
      'Maïwenn',
      'Seán',
      'Gal·la',
      'Maéva',
      'Loïc',
    ];
    expect(names.filter((name) => garbledAs(name) !== undefined)).toEqual([]);
    expect(fontOf(names.join('\n').repeat(9))).toBeUndefined();
  });

  it('are not seen in any pool that is shipped', () => {
    const folder = fileURLToPath(new URL('../../../fixtures', import.meta.url));
    const pools = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
      /(?:pool|respondents)\.csv$/.test(file),
    );
    expect(pools.length).toBeGreaterThan(5);
    for (const pool of pools) {
      const text = readFileSync(join(folder, pool), 'utf8');
      expect([pool, firstGarbled(text.split('\n')), fontOf(text)]).toEqual([pool, undefined, undefined]);
    }
  });

  it('of an old font are those of several names, or of one among Vietnamese ones', () => {
    const odd = 'Jaâp';
    expect(firstGarbled([odd, 'Anne', 'José', 'Seán'])).toBeUndefined();
    expect(firstGarbled(['Lª V¨n A', 'TrÇn ThÞ B', 'Ph¹m V¨n C', 'Anne'])).toBeUndefined();
    expect(firstGarbled(['Lª V¨n A', 'Hoµng ThÞ B', 'Ph¹m V¨n C', 'Anne'])).toEqual({ at: 0, as: 'TCVN3' });
    expect(firstGarbled(['Nguyễn Thị A', 'Anne', 'Leâ Vaên B', 'Đỗ C'])).toEqual({ at: 2, as: 'VNI' });
    expect(firstGarbled(['A', 'B', 'C', 'Nguyá»…n VÄƒn A'])).toEqual({ at: 3, as: 'UTF-8' });
  });
});
