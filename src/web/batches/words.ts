import type { Language } from '../../words/language.ts';
import { webBatchesEn } from '../../words/en/web-batches.ts';
import { webBatchesVi } from '../../words/vi/web-batches.ts';
import { useLanguage } from '../shared/language.tsx';

const WORDS: Readonly<Record<Language, typeof webBatchesEn>> = { en: webBatchesEn, vi: webBatchesVi };

/** The words of this view, which the first load of the page goes without. */
export function useBatchWords(): typeof webBatchesEn {
  return WORDS[useLanguage()];
}
