import { Box } from '@mantine/core';
import { lazy, type ReactNode, Suspense, useEffect, useRef } from 'react';
import type { View } from '../address/address.ts';
import { useAddress } from '../address/use-address.ts';
import { useCase } from '../session/case.tsx';
import { Failure } from '../shared/failure.tsx';
import { useWording } from '../shared/language.tsx';
import { takeLostFocus } from '../shared/lost-focus.ts';
import { SlateView } from '../slate/slate-view.tsx';
import { StartView } from '../start/start-view.tsx';
import { FocusDrawer } from '../why/focus-drawer.tsx';
import { Conflicts } from './conflicts.tsx';
import { BrokenLink, ClosedDraft, ReadingOnly } from './draft-notices.tsx';
import { Header } from './header.tsx';
import classes from './shell.module.css';
import { useShortcuts } from './use-shortcuts.ts';

/** The frame of all views: the header, the view of the address, and what stands open beside it. */
export function Shell(): ReactNode {
  const { view } = useAddress();
  const { say } = useWording();
  const { failure } = useCase();
  useShortcuts();
  useEffect(() => {
    document.title = `${say(`web.view-${view}`)} – ${say('web.name')}`;
  }, [view, say]);
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef(view);
  useEffect(() => {
    scrollTo({ top: 0 });
    // What led here by key may be gone, such as the button that proposes.
    if (shown.current !== view) takeLostFocus(heading.current);
    shown.current = view;
  }, [view]);
  return (
    <>
      <a className={classes.skip} href={`#/${view}`} onClick={skipToMain}>
        {say('web.skip')}
      </a>
      <Header />
      <Box component="main" id="main" tabIndex={-1} className={classes.main} data-view={view}>
        <h1 ref={heading} tabIndex={-1} className="visually-hidden">
          {say(`web.view-${view}`)}
        </h1>
        <BrokenLink />
        <ClosedDraft />
        <Conflicts />
        <ReadingOnly />
        {failure !== undefined && <Failure failure={failure} />}
        <Suspense key={view} fallback={<p className={classes.loading}>{say('web.loading')}</p>}>
          <ViewOf view={view} />
        </Suspense>
      </Box>
      <FocusDrawer />
    </>
  );
}

function skipToMain(event: { preventDefault: () => void }): void {
  event.preventDefault();
  document.querySelector<HTMLElement>('#main')?.focus();
}

const ScenariosView = lazy(async () => ({
  default: (await import('../scenarios/scenarios-view.tsx')).ScenariosView,
}));
const RulesView = lazy(async () => ({ default: (await import('../rules/rules-view.tsx')).RulesView }));
const MeetingView = lazy(async () => ({
  default: (await import('../meeting/meeting-view.tsx')).MeetingView,
}));
const DraftsView = lazy(async () => ({
  default: (await import('../drafts-view/drafts-view.tsx')).DraftsView,
}));
const BatchesView = lazy(async () => ({
  default: (await import('../batches/batches-view.tsx')).BatchesView,
}));
const RosterView = lazy(async () => ({ default: (await import('../roster/roster-view.tsx')).RosterView }));

const BoardView = lazy(async () => ({ default: (await import('../board/board-view.tsx')).BoardView }));

function ViewOf({ view }: { readonly view: View }): ReactNode {
  switch (view) {
    case 'slate':
      return <SlateView />;
    case 'scenarios':
      return <ScenariosView />;
    case 'rules':
      return <RulesView />;
    case 'meeting':
      return <MeetingView />;
    case 'drafts':
      return <DraftsView />;
    case 'print':
      return <RosterView />;
    case 'board':
      return <BoardView />;
    case 'batches':
      return <BatchesView />;
    default:
      return <StartView />;
  }
}
