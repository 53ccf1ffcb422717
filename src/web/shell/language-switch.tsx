import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWording } from '../shared/language.tsx';

/** Switches to the other language; the button is written in that language. */
export function LanguageSwitch(): ReactNode {
  const { language, switchTo } = useWording();
  const [other, label, short] =
    language === 'vi' ? (['en', 'English', 'EN'] as const) : (['vi', 'Tiếng Việt', 'VI'] as const);
  return (
    <Button
      variant="default"
      size="compact-sm"
      lang={other}
      aria-label={`${short}: ${label}`}
      onClick={() => switchTo(other)}
    >
      {short}
    </Button>
  );
}
