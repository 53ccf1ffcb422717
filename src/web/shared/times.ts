import { useMemo } from 'react';
import { useLanguage } from './language.tsx';

/** In English the name of the month: some read 5/6 as a day in May. */
const DAYS = {
  vi: { day: '2-digit', month: '2-digit' },
  en: { day: 'numeric', month: 'short' },
} as const;

/** Writes moments as the language of the page does. */
export function useTimes(): { readonly moment: (at: number) => string } {
  const language = useLanguage();
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(language === 'vi' ? 'vi' : 'en-GB', {
      ...DAYS[language],
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    });
    return { moment: (at) => format.format(at) };
  }, [language]);
}
