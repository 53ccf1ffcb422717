import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordKey } from '../../../src/tables/text/same-word.ts';

describe('two texts are one word', () => {
  it.each([
    ['Ủy ban', 'Uỷ ban'],
    ['Sở Nội vụ', 'Sở nội vụ'],
    ['Đảng bộ', 'Ðảng bộ'],
    ['Sở Y', 'Sở\u200b Y'],
    ['A – B', 'A - B'],
    ['P.1', 'P. 1'],
    ['Hòa Bình', 'Hoà  Bình'],
    ['Trần Hưng Đạo', 'TRẦN HƯNG ĐẠO'.normalize('NFD')],
    ['H’Mông', "H'Mông"],
  ])('%s and %s', (one, other) => {
    expect(wordKey(one)).toBe(wordKey(other));
  });

  it.each([
    ['Đông Sơn', 'Đồng Sơn'],
    ['Lâm', 'Lăm'],
    ['Hoa', 'Hòa'],
    ['Sở Y', 'Sơ Y'],
    ['Đại', 'Dại'],
    ['P.1', 'P.11'],
    ['cábo', 'cabó'],
  ])('but not %s and %s', (one, other) => {
    expect(wordKey(one)).not.toBe(wordKey(other));
  });

  it('whatever else differs, tone marks count', () => {
    const vowel = fc.constantFrom('a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y');
    const tone = fc.constantFrom('', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323');
    fc.assert(
      fc.property(vowel, vowel, tone, tone, (first, second, one, other) => {
        const old = wordKey(`t${first}${one}${second}`);
        const modern = wordKey(`t${first}${second}${other}`);
        expect(old === modern).toBe(one === other);
      }),
    );
  });
});
