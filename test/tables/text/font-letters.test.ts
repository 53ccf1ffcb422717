import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openQuestion } from '../../../src/index.ts';
import { readPoolCsv } from '../../../src/pool/reading/read-csv.ts';
import { decoded } from '../../../src/tables/text/encoding.ts';
import { FontDecoder, unicodeOf } from '../../../src/tables/text/font-letters.ts';
import { valueOf } from '../../../src/words/problem.ts';
import { xlsxOf } from '../xlsx.ts';

/** Words that were typed out by hand in the two fonts. */
const WORDS = [
  ['Nguyễn Văn Hùng', 'NguyÔn V¨n Hïng', 'Nguyeãn Vaên Huøng'],
  ['Trần Thị Đường', 'TrÇn ThÞ §­êng', 'Traàn Thò Ñöôøng'],
  ['Lê Hữu Phước', 'Lª H÷u Ph­íc', 'Leâ Höõu Phöôùc'],
  ['Đỗ Quỳnh Mỹ', '§ç Quúnh Mü', 'Ñoã Quyønh Myõ'],
  ['huyện Bình Giang', 'huyÖn B×nh Giang', 'huyeän Bình Giang'],
  ['phường Ái Quốc', 'ph­êng ¸i Quèc', 'phöôøng AÙi Quoác'],
  ['Kiểm tra kỹ lưỡng', 'KiÓm tra kü l­ìng', 'Kieåm tra kyõ löôõng'],
  ['giỏi, khá; tốt', 'giái, kh¸; tèt', 'gioûi, khaù; toát'],
] as const;

describe('letters of old fonts', () => {
  it.each(WORDS)('%s', (meant, tcvn3, vni) => {
    expect(unicodeOf(vni, 'vni')).toBe(meant);
    // The capital of a vowel with a tone is one of a font of capitals, in TCVN3.
    expect(unicodeOf(tcvn3, 'tcvn3').toLowerCase()).toBe(meant.toLowerCase());
  });

  it('in capitals are capitals where the whole cell is', () => {
    expect(unicodeOf('TRÇN H¦NG §¹O', 'tcvn3')).toBe('TRẦN HƯNG ĐẠO');
    expect(unicodeOf('TRAÀN HÖNG ÑAÏO', 'vni')).toBe('TRẦN HƯNG ĐẠO');
    expect(unicodeOf('Hµ Néi', 'tcvn3')).toBe('Hà Nội');
    expect(unicodeOf('Hµ', 'tcvn3')).toBe('Hà');
  });

  it('leave what is in Unicode already, and plain letters', () => {
    for (const font of ['tcvn3', 'vni'] as const) {
      for (const text of ['Nguyễn Văn Hùng', 'Lê Thị Hữu', 'An 1980-05-17, x'])
        expect(unicodeOf(text, font)).toBe(text);
    }
  });

  it('come out the same wherever the bytes are cut, in the code page or in UTF-8', () => {
    const lines = WORDS.map(([meant, tcvn3, vni]) => ({ meant, tcvn3, vni }));
    fc.assert(
      fc.property(
        fc.constantFrom('tcvn3' as const, 'vni' as const),
        fc.constantFrom('latin1' as const, 'utf8' as const),
        fc.array(fc.nat(300), { maxLength: 5 }),
        (font, saved, cuts) => {
          const bytes = Buffer.from(lines.map((line) => line[font]).join('\n'), saved);
          const whole = decoded(bytes, font);
          const decoder = new FontDecoder(font);
          const ends = [...cuts.filter((cut) => cut < bytes.length), bytes.length].toSorted((a, b) => a - b);
          const parts = ends.map((end, at) =>
            decoder.decode(bytes.subarray(ends[at - 1] ?? 0, end), { stream: true }),
          );
          expect([...parts, decoder.decode()].join('')).toBe(whole.ok ? whole.text : '');
          expect(whole.ok && whole.text.split('\n')[0]).toBe('Nguyễn Văn Hùng');
        },
      ),
    );
  });
});

describe('a table in an old font', () => {
  const CSV =
    'TT,Hä vµ tªn,Giíi tÝnh,Ngµy sinh,§¬n vÞ\n1,NguyÔn V¨n Hïng,Nam,1975,UBND thÞ x·\n2,Lª ThÞ Hoa,N÷,1980,UBND thÞ x·\n';
  const rows = CSV.trim()
    .split('\n')
    .map((line) => line.split(','));

  it.each([
    ['a CSV in the code page', Buffer.from(CSV, 'latin1')],
    ['a CSV in UTF-8', Buffer.from(CSV, 'utf8')],
    ['a CSV without an end of its last line', Buffer.from(CSV.trimEnd(), 'latin1')],
    ['a workbook', xlsxOf([{ name: 'Sheet1', rows }])],
  ])('is read in Unicode from %s', async (_, bytes) => {
    const pool = valueOf(await readPoolCsv(bytes, 'pool', { encoding: 'tcvn3' }));
    expect(pool.names).toEqual(['Nguyễn Văn Hùng', 'Lê Thị Hoa']);
    const gender = pool.columns.get('gender');
    expect(gender !== undefined && 'codes' in gender && gender.values).toEqual([null, 'male', 'female']);
    const unit = pool.columns.get('unit');
    expect(unit !== undefined && 'codes' in unit && unit.values[1]).toBe('UBND thị xã');
  });

  it('is asked about in the encoding that its question names', async () => {
    const yaml =
      'id: r\ntitle: R\nreferenceDate: 2020-06-05\nsize: 1\nrules:\n  - { id: w, count: { where: { fact: gender, operator: equal, value: female }, min: 1 } }\n';
    const pool = { csv: Buffer.from(CSV, 'latin1'), reading: { encoding: 'tcvn3' as const } };
    const question = await openQuestion({ pool, rules: { yaml } });
    expect((await question.propose()).slates[0]!.members).toHaveLength(1);
  });
});
