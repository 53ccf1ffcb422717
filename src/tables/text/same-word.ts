/** Signs that take no room on a screen, and that no font makes a letter of. */
const UNSEEN = /[\u200b-\u200f\u2060\ufeff]/g;
/** Signs that take no room on a screen; the soft hyphen is a letter of old fonts. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
const APOSTROPHES = /[\u2018\u2019\u02bc\u00b4`]/g;
/** Blanks beside what parts words anyway: `P. 1` and `P.1`, `A – B` and `A-B`. */
const IDLE_BLANKS = /\s*([-.,;/()])\s*/g;
/** Two or more vowels in a row, in decomposed form, with whatever stands on them. */
const VOWELS = /(?:[aeiouy][\u0300-\u036f]*){2,}/g;
/** The five tone marks; hats, breves and horns make letters of their own, and stay where they are. */
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** A text without signs that nobody sees. */
export function visible(text: string): string {
  return text.replaceAll(UNSEEN, '');
}

/**
 * What two texts have in common that are the same word, written in two ways: capitals, the old and the new
 * place of a tone mark (`Ủy`, `Uỷ`), the letters `Đ`, `Ð` and `Ɖ`, kinds of dashes and apostrophes, blanks
 * beside punctuation, signs that nobody sees. Tone marks themselves are never left out: `Đông Sơn` and
 * `Đồng Sơn` are two wards.
 *
 * The mark moves only within one run of vowels, where Vietnamese has at most one of them; so no two words
 * become one.
 */
export function wordKey(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(INVISIBLE, '')
    .replaceAll(/[ðɖ]/g, 'đ')
    .replaceAll(DASHES, '-')
    .replaceAll(APOSTROPHES, "'")
    .replaceAll(/\s+/g, ' ')
    .replaceAll(IDLE_BLANKS, '$1')
    .trim()
    .replaceAll(VOWELS, (run) => run.replaceAll(TONES, '') + (run.match(TONES) ?? []).join(''));
}

/**
 * Words as small letters without marks, digits and hyphens, as ids and names of files are: `Khu vực: Bắc` is
 * `khu-vuc-bac`.
 */
export function hyphenated(words: string): string {
  return words
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[đð]/g, 'd')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}
