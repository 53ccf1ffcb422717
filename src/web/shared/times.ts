import { useMemo } from 'react';
import { useLanguage } from './language.tsx';

/** Writes moments as the language of the page does. */
export function useTimes(): { readonly moment: (at: number) => string } {
  const language = useLanguage();
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(language === 'vi' ? 'vi' : 'en-GB', {
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    });
    return { moment: (at) => format.format(at) };
  }, [language]);
}
