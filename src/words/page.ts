import { webListsEn } from './en/web-lists.ts';
import { webMeetingEn } from './en/web-meeting.ts';
import { webPeopleEn } from './en/web-people.ts';
import { webPlacementsEn } from './en/web-placements.ts';
import { webPlansEn } from './en/web-plans.ts';
import { webRulesEn } from './en/web-rules.ts';
import { webScenariosEn } from './en/web-scenarios.ts';
import { webSlateEn } from './en/web-slate.ts';
import { webTablesEn } from './en/web-tables.ts';
import { webEn } from './en/web.ts';
import { webWorkEn } from './en/web-work.ts';
import type { Language } from './language.ts';
import { webListsVi } from './vi/web-lists.ts';
import { webMeetingVi } from './vi/web-meeting.ts';
import { webPeopleVi } from './vi/web-people.ts';
import { webPlacementsVi } from './vi/web-placements.ts';
import { webPlansVi } from './vi/web-plans.ts';
import { webRulesVi } from './vi/web-rules.ts';
import { webScenariosVi } from './vi/web-scenarios.ts';
import { webSlateVi } from './vi/web-slate.ts';
import { webTablesVi } from './vi/web-tables.ts';
import { webVi } from './vi/web.ts';
import { webWorkVi } from './vi/web-work.ts';

/**
 * The sentences of the page, apart from the catalogue of the service: a browser loads these alone. All
 * else that the page shows comes from the service, worded in both languages already.
 */
export const pageEn = {
  ...webEn,
  ...webSlateEn,
  ...webTablesEn,
  ...webWorkEn,
  ...webRulesEn,
  ...webScenariosEn,
  ...webMeetingEn,
  ...webPlacementsEn,
  ...webPeopleEn,
};

/** Every sentence of the page in one language. */
export type PageWords = typeof pageEn;

/** The same in Vietnamese. */
const pageVi: PageWords = {
  ...webVi,
  ...webSlateVi,
  ...webTablesVi,
  ...webWorkVi,
  ...webRulesVi,
  ...webScenariosVi,
  ...webMeetingVi,
  ...webPlacementsVi,
  ...webPeopleVi,
};

/** What the page speaks of: one slate, a plan of posts in units, or an ordered list. */
export type Subject = 'slate' | 'plan' | 'list';

const pages: Readonly<Record<Subject, Readonly<Record<Language, PageWords>>>> = {
  slate: { en: pageEn, vi: pageVi },
  plan: { en: { ...pageEn, ...webPlansEn }, vi: { ...pageVi, ...webPlansVi } },
  list: {
    en: { ...pageEn, ...webPlansEn, ...webListsEn },
    vi: { ...pageVi, ...webPlansVi, ...webListsVi },
  },
};

/** The code of a sentence of the page. */
export type PagePhraseCode = keyof PageWords;

/** What a sentence of the page needs to be said; nothing, where it stands for itself. */
export type PageParameters<Code extends PagePhraseCode> = Parameters<PageWords[Code]>;

/** Says one sentence of the page in one language, of a slate. */
export function pagePhrase<Code extends PagePhraseCode>(
  language: Language,
  code: Code,
  ...parameters: PageParameters<Code>
): string {
  return phraseOf('slate', language, code, ...parameters);
}

/** Says one sentence of the page in one language, of a slate, a plan of posts or a list. */
export function phraseOf<Code extends PagePhraseCode>(
  subject: Subject,
  language: Language,
  code: Code,
  ...parameters: PageParameters<Code>
): string {
  const say = pages[subject][language][code] as (...parameters: PageParameters<Code>) => string;
  return say(...parameters);
}
