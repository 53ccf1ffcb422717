import { webPlacementsEn } from './en/web-placements.ts';
import { webScenariosEn } from './en/web-scenarios.ts';
import { webSlateEn } from './en/web-slate.ts';
import { webEn } from './en/web.ts';
import { webWorkEn } from './en/web-work.ts';
import type { Language } from './language.ts';
import { webPlacementsVi } from './vi/web-placements.ts';
import { webScenariosVi } from './vi/web-scenarios.ts';
import { webSlateVi } from './vi/web-slate.ts';
import { webVi } from './vi/web.ts';
import { webWorkVi } from './vi/web-work.ts';

/**
 * The sentences of the page, apart from the catalogue of the service: a browser loads these alone. All
 * else that the page shows comes from the service, worded in both languages already.
 */
export const pageEn = { ...webEn, ...webSlateEn, ...webWorkEn, ...webScenariosEn, ...webPlacementsEn };

/** The same in Vietnamese. */
export const pageVi: typeof pageEn = {
  ...webVi,
  ...webSlateVi,
  ...webWorkVi,
  ...webScenariosVi,
  ...webPlacementsVi,
};

const pages = { en: pageEn, vi: pageVi } as const;

/** The code of a sentence of the page. */
export type PagePhraseCode = keyof typeof pageEn;

/** What a sentence of the page needs to be said; nothing, where it stands for itself. */
export type PageParameters<Code extends PagePhraseCode> = Parameters<(typeof pageEn)[Code]>;

/** Says one sentence of the page in one language. */
export function pagePhrase<Code extends PagePhraseCode>(
  language: Language,
  code: Code,
  ...parameters: PageParameters<Code>
): string {
  const say = pages[language][code] as (...parameters: PageParameters<Code>) => string;
  return say(...parameters);
}
