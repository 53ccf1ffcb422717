import { z } from 'zod';
import type { Text } from '../../words/language.ts';

/** What a rule calls itself or its source: one text for both languages, or one in each. */
export type OwnWords = string | Text;

/** The same as a file writes it. */
export const ownWordsSchema = z.union([z.string(), z.strictObject({ vi: z.string(), en: z.string() })]);

/** What is to be written of it; `undefined` where nothing is said. Of which one language is empty, the other is for both. */
export function writtenWords(words: OwnWords | undefined): OwnWords | undefined {
  if (words === undefined) return undefined;
  if (typeof words === 'string') return words.trim() === '' ? undefined : words.trim();
  const [vi, en] = [words.vi.trim(), words.en.trim()];
  if (vi === en || en === '') return vi === '' ? undefined : vi;
  return vi === '' ? en : { vi, en };
}
