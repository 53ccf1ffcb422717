/**
 * Vietnamese from before Unicode: fonts that show letters of the Latin code page (Windows-1252) as others. Which
 * letter is meant follows from the font alone, so a text is converted where its office says so, never by a guess.
 */

/** The encodings of such fonts: TCVN3 (TCVN 5712:1993; fonts `.VnTime`, ABC), and VNI (fonts `VNI-Times`). */
export const FONT_ENCODINGS = ['tcvn3', 'vni'] as const;

/** See {@link FONT_ENCODINGS}. */
export type FontEncoding = (typeof FONT_ENCODINGS)[number];

/** Letters as TCVN3 has them, in the order of {@link MEANT_IN_TCVN3}. */
const TCVN3 = '¸µ¶·¹¨¾»¼½Æ©ÊÇÈÉËÐÌÎÏÑªÕÒÓÔÖÝ×ØÜÞãßáâä«èåæçé¬íêëìîóïñòô\u00ADøõö÷ùýúûüþ®¡¢£¤¥¦§';
const MEANT_IN_TCVN3 = 'áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđĂÂÊÔƠƯĐ';

/** Tones in the order in which marks of VNI are written below: level, acute, grave, hook, tilde, dot. */
const TONES = ['', '\u0301', '\u0300', '\u0309', '\u0303', '\u0323'];

/** Marks that VNI sets behind a vowel, and of which vowels: what they make of it, with each of the tones. */
const MARKS_OF_VNI = [
  { vowels: 'aeouy\u01A1\u01B0', shape: '', marks: ' ùøûõï' },
  { vowels: 'aeo', shape: '\u0302', marks: 'âáàåãä' },
  { vowels: 'a', shape: '\u0306', marks: 'êéèúüë' },
];
/** Letters that VNI has whole. */
const WHOLE_IN_VNI = { ô: 'ơ', ö: 'ư', ñ: 'đ', í: 'í', ì: 'ì', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' } as const;

const ofTcvn3 = new Map(
  Array.from(TCVN3, (letter, index) => [letter, Array.from(MEANT_IN_TCVN3)[index]!] as const),
);
const ofVni = new Map<string, string>();
for (const [letter, meant] of Object.entries(WHOLE_IN_VNI)) {
  ofVni.set(letter, meant);
  ofVni.set(letter.toUpperCase(), meant.toUpperCase());
}
const pairsOfVni = new Map<string, string>();
for (const { vowels, shape, marks } of MARKS_OF_VNI) {
  for (const vowel of vowels)
    for (const [tone, mark] of Array.from(marks).entries()) {
      if (mark === ' ') continue;
      const meant = (vowel + shape + TONES[tone]!).normalize('NFC');
      for (const each of [mark, mark.toUpperCase()]) {
        pairsOfVni.set(vowel + each, meant);
        pairsOfVni.set(vowel.toUpperCase() + each, meant.toUpperCase());
      }
    }
}

/** What parts cells and lines: each is looked at by itself. */
const CELL = /[^,;\t\r\n"]+/g;
/** Letters that neither these fonts nor their code page have: such a text is in Unicode already. */
const UNICODE =
  /[\u0100-\u0151\u0154-\u015F\u0162-\u0177\u0179-\u017C\u017F-\u0191\u0193-\u02C5\u1E00-\u1EFF]|\p{Mn}/u;

/**
 * The text that is meant. A cell with letters that only Unicode has stays as it is. Of TCVN3, capitals with tones are
 * small letters in a font of capitals (`.VnTimeH`), which the text does not tell: where a cell has two plain
 * capitals and no plain small letter, all its letters are capitals (`TRÇN H¦NG` is `TRẦN HƯNG`, and `Hµ` is `Hà`).
 */
export function unicodeOf(text: string, font: FontEncoding): string {
  return text.replace(CELL, (cell) => {
    if (UNICODE.test(cell) || !/[\u0080-\u{10FFFF}]/u.test(cell)) return cell;
    return font === 'vni' ? fromVni(cell) : fromTcvn3(cell);
  });
}

function fromTcvn3(cell: string): string {
  const read = Array.from(cell, (letter) => ofTcvn3.get(letter) ?? letter).join('');
  const isCapitals = !/[a-z]/.test(cell) && (cell.match(/[A-Z]/g) ?? []).length > 1;
  return isCapitals ? read.toUpperCase() : read;
}

function fromVni(cell: string): string {
  const letters = Array.from(cell.normalize('NFC'));
  let read = '';
  for (let at = 0; at < letters.length; at += 1) {
    const letter = ofVni.get(letters[at]!) ?? letters[at]!;
    const pair = pairsOfVni.get(letter + (letters[at + 1] ?? ''));
    read += pair ?? letter;
    if (pair !== undefined) at += 1;
  }
  return read;
}

const LINE_FEED = 0x0a;

/**
 * Decodes such bytes line by line: those of the Latin code page, or UTF-8 where a program has saved the letters
 * of that page so.
 */
export class FontDecoder {
  readonly #font: FontEncoding;
  #isUtf8 = true;
  #begun = new Uint8Array();

  constructor(font: FontEncoding) {
    this.#font = font;
  }

  /** As a `TextDecoder` does, whole lines at a time where more is to come. */
  decode(bytes: Uint8Array = new Uint8Array(), { stream = false } = {}): string {
    const all = new Uint8Array(this.#begun.length + bytes.length);
    all.set(this.#begun);
    all.set(bytes, this.#begun.length);
    const end = stream ? all.lastIndexOf(LINE_FEED) + 1 : all.length;
    this.#begun = all.slice(end);
    return unicodeOf(this.#letters(all.subarray(0, end)), this.#font);
  }

  #letters(bytes: Uint8Array): string {
    if (this.#isUtf8) {
      try {
        return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
      } catch {
        // What no UTF-8 decoder reads is of the Latin code page, and so is the rest.
        this.#isUtf8 = false;
      }
    }
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
