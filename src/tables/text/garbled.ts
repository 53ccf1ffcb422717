import type { FontEncoding } from './font-letters.ts';

/** What a text looks like that was written in one encoding and read in another. */
type Garbling = 'UTF-8' | 'TCVN3' | 'VNI';

/** UTF-8 that was read as Windows-1252: `Nguyá»…n`, `Ä‘`, `Æ°`. */
const UTF8 = /á[º»][\u0080-\u00bf\u0152-\u0178\u02c6-\u2122]|Ä[\u2018\u0090\u0192]|Æ[°¡ ]|Ã[\u00a0-\u00bf]/;
/** TCVN3 (ABC fonts) that was read as Windows-1252: signs in the middle of words, `V¨n`, `§¶ng`, `NguyÔn`. */
const TCVN3 = /\p{L}[¨©ª«¬®µ¶·¸¹»¼½¾]|§[\p{L}¶·¸¹µ]|[¨©ª«¬®µ¶·¸¹»¼½¾]\p{L}/u;
/**
 * VNI that was read as Windows-1252: a vowel and the mark behind it, in pairs that Vietnamese never has: `Vaên`,
 * `Nguyeãn`. Pairs that names of Europe have are none of them (Raphaël, Anaïs, Maéva, Seán, Loïc), nor is Ñ but at the
 * beginning of a word.
 */
const VNI =
  /[aA][âãáàåäêèûøùõÂÃÁÀÅÄÊÈÛØÙÕ]|[eE][âãàåäÂÃÀÅÄ]|[oO][åäøùûõÅÄØÙÛÕ]|[öôÖÔ][øùûõïØÙÛÕÏ]|(?<!\p{L})Ñ/u;
/** Signs of TCVN3 as names of Europe have them: `Mª Carmen`, `Gal·la`. */
const OF_EUROPE = /(?<!\p{L})\p{L}{1,2}ª(?!\p{L})|(?<=[lL])·(?=[lL])/gu;
/** Letters and tones of Vietnamese, which no other language of Europe has. */
const VIETNAMESE = /[ăđơưĂĐƠƯ\u1ea0-\u1ef9]/u;

/**
 * Places where old fonts show that a text is surely in one of them: a word or a quotation mark of another
 * language has one.
 */
const LEAST_FOR_SURE = 3;

/**
 * The font whose letters a text has that was read as Windows-1252; `undefined` where too little speaks for one.
 */
export function fontOf(text: string): FontEncoding | undefined {
  const told = text.replaceAll(OF_EUROPE, '');
  const places = (marks: RegExp): number => (told.match(new RegExp(marks, 'gu')) ?? []).length;
  if (places(TCVN3) >= LEAST_FOR_SURE) return 'tcvn3';
  return places(VNI) >= LEAST_FOR_SURE ? 'vni' : undefined;
}

/** How a text was garbled; `undefined` where it was not. */
export function garbledAs(text: string): Garbling | undefined {
  if (UTF8.test(text)) return 'UTF-8';
  if (TCVN3.test(text.replaceAll(OF_EUROPE, ''))) return 'TCVN3';
  return VNI.test(text.normalize('NFC')) ? 'VNI' : undefined;
}

/** One of several texts that was garbled, by its place among them. */
export interface GarbledText {
  readonly at: number;
  readonly as: Garbling;
}

/**
 * The first garbled one of the names of a table; `undefined` where none is. Of names of which none is Vietnamese, one
 * that looks like an old font of Vietnam is somebody's own: it takes several, or all.
 */
export function firstGarbled(names: readonly string[]): GarbledText | undefined {
  const garbled = names.flatMap((name, at): readonly GarbledText[] => {
    const as = garbledAs(name);
    return as === undefined ? [] : [{ at, as }];
  });
  const [first] = garbled;
  if (first === undefined) return undefined;
  const isSure = garbled.some(({ as }) => as === 'UTF-8') || names.some((name) => VIETNAMESE.test(name));
  return isSure || garbled.length >= Math.min(LEAST_FOR_SURE, names.length) ? first : undefined;
}
