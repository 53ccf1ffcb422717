import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decoded, type Encoding, guessedEncoding, strictDecoder } from '../../../src/tables/text/encoding.ts';

/** The bytes of a text in a code page of one byte a letter; `undefined` where a letter has none. */
function bytesIn(text: string, encoding: Encoding): Buffer | undefined {
  const letters = new Map<string, number>();
  for (let byte = 0; byte < 256; byte += 1) {
    try {
      letters.set(strictDecoder(encoding).decode(Uint8Array.of(byte)), byte);
    } catch {
      // This byte is no letter there.
    }
  }
  const bytes = Array.from(inPieces(text), (letter) => letters.get(letter));
  return bytes.includes(undefined) ? undefined : Buffer.from(bytes as number[]);
}

/** Windows-1258 has the vowels with their hats, and tone marks apart. */
function inPieces(text: string): string {
  return text.normalize('NFD').replaceAll(/[aeouAEOU][\u0302\u0306\u031b]/g, (pair) => pair.normalize('NFC'));
}

const VIETNAMESE = [
  'Lâm',
  'Lăm',
  'Trần Thị Hà',
  'Đông Sơn',
  'Đồng Sơn',
  'Nguyễn Phượng',
  'Ủy ban',
  'Khối Đảng',
];

describe('decoded', () => {
  it('reads UTF-8 without its mark', () => {
    expect(decoded(Buffer.from('\uFEFFid,tên\n'))).toEqual({ ok: true, text: 'id,tên\n' });
  });

  it('refuses what is not UTF-8, names the line and what it seems to be', () => {
    const bytes = Buffer.concat([Buffer.from('id,name\nA1,'), Buffer.of(0x4c, 0xe2, 0x6d, 0x0a)]);
    expect(decoded(bytes)).toEqual({ ok: false, line: 2, guess: 'windows-1258' });
  });

  it('reads every Vietnamese word as Windows-1258 when told to, and guesses it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...VIETNAMESE), { minLength: 1 }), (words) => {
        const text = `id,name\n${words.join('\n')}`;
        const bytes = bytesIn(text, 'windows-1258')!;
        const read = decoded(bytes, 'windows-1258');
        expect(read.ok && read.text.normalize('NFC')).toBe(text);
        expect(guessedEncoding(bytes)).toBe('windows-1258');
      }),
    );
  });

  it.each(['Müller; Garçon naïve; Noël', 'Åse Sørensen; Bjørn', 'Ægir'])(
    'takes %s for no Vietnamese',
    (text) => {
      // For these letters Windows-1252 has the bytes of Latin-1.
      expect(guessedEncoding(Buffer.from(text, 'latin1'))).toBe('windows-1252');
    },
  );

  it.each([
    ['tcvn3', 'M·,Hä vµ tªn,§¬n vÞ\nA1,NguyÔn V¨n Hïng,Ph\u00ADêng §øc Th¾ng\n'],
    ['vni', 'Maõ,Hoï vaø teân,Ñôn vò\nA1,Nguyeãn Vaên Huøng,Phöôøng Ñöùc Thaéng\n'],
  ])('guesses the old fonts of %s', (font, text) => {
    expect(guessedEncoding(Buffer.from(text, 'latin1'))).toBe(font);
  });

  it('knows UTF-16 by its mark and by its zeros', () => {
    const text = 'id,name\nA1,Lâm\n';
    const little = Buffer.from(text, 'utf16le');
    const big = Buffer.from(little).swap16();
    expect([little, Buffer.from(`\uFEFF${text}`, 'utf16le'), big].map(guessedEncoding)).toEqual([
      'utf-16le',
      'utf-16le',
      'utf-16be',
    ]);
    expect(decoded(little, 'utf-16le')).toEqual({ ok: true, text });
    expect(decoded(big, 'utf-16be')).toEqual({ ok: true, text });
  });

  it('guesses nothing of UTF-8', () => {
    expect(guessedEncoding(Buffer.from('id,tên\n'))).toBeUndefined();
  });
});
