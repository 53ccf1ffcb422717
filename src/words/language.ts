/** The languages that every screen, report, sentence and error exists in. Vietnamese is the first one. */
export type Language = 'vi' | 'en';

/** All languages, the default one first. */
export const LANGUAGES: readonly Language[] = ['vi', 'en'];

/** One text in every language. */
export interface Text {
  readonly vi: string;
  readonly en: string;
}

/** The same text in every language: names and ids that are not translated. */
export function untranslated(text: string): Text {
  return { vi: text, en: text };
}

/** Makes a text by asking for it once per language. */
export function inEachLanguage(write: (language: Language) => string): Text {
  return { vi: write('vi'), en: write('en') };
}

/** A text with a capital at its beginning. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** The text that was written: once for every language, or in each. */
export function textOf(written: string | Text): Text;
export function textOf(written: string | Text | undefined): Text | undefined;
export function textOf(written: string | Text | undefined): Text | undefined {
  return typeof written === 'string' ? untranslated(written) : written;
}
