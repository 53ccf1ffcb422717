import { MantineProvider } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { colours } from './colours.ts';
import { BrowserDraftStore } from './drafts/browser-store.ts';
import type { Draft } from './drafts/draft.ts';
import { CaseProvider } from './session/case.tsx';
import { KeptPoolsProvider } from './pools/use-kept-pools.tsx';
import { firstDraft } from './session/first-draft.ts';
import { SessionProvider } from './session/session.tsx';
import { LanguageProvider } from './shared/language.tsx';
import { Failure } from './shared/failure.tsx';
import { Shell } from './shell/shell.tsx';
import { theme } from './theme.ts';

const store = new BrowserDraftStore();

/** The nonce under which this page's policy lets styles stand in it. */
function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}

/** The whole page. */
export function Page(): ReactNode {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={colours}
      defaultColorScheme="auto"
      getStyleNonce={styleNonce}
    >
      <LanguageProvider>
        <OpenedPage />
      </LanguageProvider>
    </MantineProvider>
  );
}

function OpenedPage(): ReactNode {
  const [first, setFirst] = useState<Draft>();
  const [failure, setFailure] = useState<Error>();
  useEffect(() => {
    firstDraft(store, location.hash).then(setFirst, setFailure);
  }, []);
  if (failure !== undefined) return <Failure failure={failure} />;
  if (first === undefined) return null;
  return (
    <SessionProvider store={store} first={first}>
      <KeptPoolsProvider>
        <CaseProvider>
          <Shell />
        </CaseProvider>
      </KeptPoolsProvider>
    </SessionProvider>
  );
}
