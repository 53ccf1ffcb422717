import { inEachLanguage, type Text } from '../words/language.ts';
import { phrase, type PhraseCode, type PhraseParameters } from '../words/catalogue.ts';

/** One sentence in every language. */
export function said<Code extends PhraseCode>(code: Code, parameters: PhraseParameters<Code>): Text {
  return inEachLanguage((language) => phrase(language, code, parameters));
}
