import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import { factTitle as factTitleEn, valueWord as valueWordEn } from '../../words/en/facts.ts';
import { type Language, type Text, capital } from '../../words/language.ts';
import { formatDifference, formatNumber } from '../../words/number.ts';
import { type PageParameters, type PagePhraseCode, phraseOf, type Subject } from '../../words/page.ts';
import { factTitle as factTitleVi, valueWord as valueWordVi } from '../../words/vi/facts.ts';
import { BROWSER_MEMORY } from './browser-memory.ts';

/** Everything that depends on the language of the page. */
export interface Wording {
  readonly language: Language;
  /** A sentence of the page. */
  readonly say: <Code extends PagePhraseCode>(code: Code, ...parameters: PageParameters<Code>) => string;
  /** A text that the service answered in both languages. */
  readonly text: (text: Text) => string;
  readonly number: (value: number) => string;
  /** An objective, as sentences of the service write it, so that one figure stands everywhere. */
  readonly points: (value: number) => string;
  /** How much better an objective is than another one, with its sign. */
  readonly pointsMore: (difference: number) => string;
  /** What a column is called, with a capital letter. */
  readonly fact: (fact: string) => string;
  /** A cell of a column in words. */
  readonly value: (fact: string, value: string) => string;
}

function wordingOf(language: Language, subject: Subject): Wording {
  const titleOf = language === 'vi' ? factTitleVi : factTitleEn;
  const wordOf = language === 'vi' ? valueWordVi : valueWordEn;
  return {
    language,
    say: (code, ...parameters) => phraseOf(subject, language, code, ...parameters),
    text: (text) => text[language],
    number: (value) => formatNumber(value, language),
    points: (value) => formatNumber(value, language),
    pointsMore: (difference) => formatDifference(difference, language),
    fact: (fact) => capital(titleOf(fact)),
    value: (fact, value) => wordOf(fact, value === 'true' ? true : value === 'false' ? false : value),
  };
}

interface LanguageSwitch extends Wording {
  readonly switchTo: (language: Language) => void;
}

const LanguageContext = createContext<LanguageSwitch | undefined>(undefined);

const KEPT_AS = 'slate.language';

/** The language that was chosen last; until one is, the first that the browser asks for and the page speaks. */
export function chosenLanguage(): Language {
  const wanted = [BROWSER_MEMORY.get(KEPT_AS) ?? '', ...navigator.languages];
  return wanted.map((each) => each.slice(0, 2)).find((each) => each === 'en' || each === 'vi') ?? 'vi';
}

/** Gives everything inside the language that the user chose last, or that the browser asks for. */
export function LanguageProvider({ children }: { readonly children: ReactNode }): ReactNode {
  const [language, setLanguage] = useState(chosenLanguage);
  const switchTo = useCallback((chosen: Language): void => {
    BROWSER_MEMORY.set(KEPT_AS, chosen);
    setLanguage(chosen);
  }, []);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const value = useMemo(() => ({ ...wordingOf(language, 'slate'), switchTo }), [language, switchTo]);
  return <LanguageContext value={value}>{children}</LanguageContext>;
}

/** Lets everything inside speak of a slate, or of a plan of posts. */
export function SubjectProvider(properties: {
  readonly subject: Subject;
  readonly children: ReactNode;
}): ReactNode {
  const { subject, children } = properties;
  const { language, switchTo } = useWording();
  const value = useMemo(() => ({ ...wordingOf(language, subject), switchTo }), [language, subject, switchTo]);
  return <LanguageContext value={value}>{children}</LanguageContext>;
}

/** The words of the page in its language, and the switch. */
export function useWording(): LanguageSwitch {
  const wording = useContext(LanguageContext);
  if (wording === undefined) throw new Error('no language is provided here');
  return wording;
}

/** The language of the page. */
export function useLanguage(): Language {
  return useWording().language;
}
