import { MantineProvider } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { readingHash } from './address/reading.ts';
import { useFollowedLinks } from './address/use-followed-links.ts';
import { AccountProvider } from './account/account.tsx';
import { colours } from './colours.ts';
import { chooseStore } from './drafts/choose-store.ts';
import type { DraftStore, VersionedDraft } from './drafts/store.ts';
import { CaseProvider } from './session/case.tsx';
import { KeptPoolsProvider } from './pools/use-kept-pools.tsx';
import { firstDraft } from './session/first-draft.ts';
import { SessionProvider } from './session/session.tsx';
import { LanguageProvider } from './shared/language.tsx';
import { Failure } from './shared/failure.tsx';
import { Shell } from './shell/shell.tsx';
import { theme } from './theme.ts';

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
        <AccountProvider>
          <OpenedPage />
        </AccountProvider>
      </LanguageProvider>
    </MantineProvider>
  );
}

function OpenedPage(): ReactNode {
  useFollowedLinks();
  const [opened, setOpened] = useState<{ readonly store: DraftStore; readonly first: VersionedDraft }>();
  const [failure, setFailure] = useState<Error>();
  const [reading] = useState(() => readingHash(location.hash));
  useEffect(() => {
    const opening = async () => {
      const store = await chooseStore();
      return { store, first: await firstDraft(store, reading ?? location.hash) };
    };
    opening().then(setOpened, setFailure);
  }, [reading]);
  if (failure !== undefined) return <Failure failure={failure} />;
  if (opened === undefined) return null;
  return (
    <SessionProvider {...opened} forReading={reading !== undefined}>
      <KeptPoolsProvider>
        <CaseProvider>
          <Shell />
        </CaseProvider>
      </KeptPoolsProvider>
    </SessionProvider>
  );
}
